package io.mercato.boot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.EmailPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Modules speak by messages and by REST; none calls another's code or reads another's tables. */
class ModuleRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(Reactor.classes());
    private static final Pattern TABLE = Pattern.compile(
            "(?:from|join|into|update|table|references)\\s+(" + String.join("|", Reactor.MODULES) + ")\\.[a-z_]+",
            Pattern.CASE_INSENSITIVE);

    @Test
    void no_module_uses_the_code_of_another() {
        List<String> modules = modulesThatExist();
        assertThat(modules).contains("cmw", "deployer", "notifier");
        for (String module : modules) {
            noClasses()
                    .that(resideInAnyPackage(packagesOf(module)))
                    .should()
                    .dependOnClassesThat(othersOf(module))
                    .check(HOUSE);
        }
    }

    @Test
    void no_module_names_the_tables_of_another() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Path source : Reactor.sources()) {
            String text = Reactor.read(source);
            String module = moduleOf(source);
            if (module.isEmpty()) {
                continue;
            }
            Matcher table = TABLE.matcher(text);
            while (table.find()) {
                looked++;
                if (!table.group(1).equals(module)) {
                    wrong.add(Reactor.root().relativize(source) + ": " + table.group());
                }
            }
        }
        assertThat(looked).as("tables named in sources").isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    /** A module's own packages; what it says to others stands in its messages and belongs to all. */
    private static String[] packagesOf(String module) {
        return Stream.of("domain", "processors", "platform", "rest")
                .map(room -> "io.mercato." + room + "." + module + "..")
                .toArray(String[]::new);
    }

    /**
     * Who a caller is (domain.identity) is known to all modules, and so are the e-mails that one can ask of the
     * notifier: typed makers of its one message, and what those are made of.
     */
    private static DescribedPredicate<JavaClass> othersOf(String module) {
        String[] others = Reactor.MODULES.stream()
                .filter(other -> !other.equals(module))
                .flatMap(other -> Stream.of(packagesOf(other)))
                .filter(name -> !name.equals("io.mercato.domain.identity.."))
                .toArray(String[]::new);
        return resideInAnyPackage(others)
                .and(DescribedPredicate.not(resideInAPackage("io.mercato.domain.*.message..")))
                .and(DescribedPredicate.not(assignableTo(Email.class)))
                .and(DescribedPredicate.not(assignableTo(EmailPart.class)))
                .as("belong to another module than " + module);
    }

    private static List<String> modulesThatExist() {
        TreeSet<String> found = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            String[] parts = type.getPackageName().split("\\.");
            if (parts.length > 3 && List.of("processors", "platform").contains(parts[2])) {
                found.add(parts[3]);
            }
        }
        found.retainAll(Reactor.MODULES);
        return List.copyOf(found);
    }

    private static String moduleOf(Path source) {
        Matcher found = Pattern.compile("io/mercato/(?:processors|platform|rest|domain)/([a-z]+)/")
                .matcher(source.toString().replace('\\', '/'));
        return found.find() ? found.group(1) : "";
    }
}
