package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.Budget;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /budgetEstimate}. */
@Component
public class EstimateRest extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "cmw-estimate-budget",
                                "POST",
                                "/budgetEstimate",
                                "direct:cmw-estimate-budget",
                                "What an order would cost")
                        .allowed(Operation.EVERYBODY)
                        .takes(BudgetInput.class, BudgetInput::toDomain)
                        .answers(BudgetBody.class, Budget.class, BudgetBody::of),
                Operation.of(
                                "cmw-validate-budget",
                                "POST",
                                "/budgetEstimate/validate",
                                "direct:cmw-validate-budget",
                                "Whether an order would be let through")
                        .allowed(Operation.EVERYBODY)
                        .takes(BudgetInput.class, BudgetInput::toDomain));
    }
}
