package io.mercato.domain.cmw.people;

import org.jspecify.annotations.Nullable;

/**
 * Some people of a customer's company.
 *
 * @param id null until it is stored
 * @param identifier what the company calls it by, once within it
 */
public record CompanyGroup(@Nullable Integer id, String name, String identifier, int userCompanyId) {}
