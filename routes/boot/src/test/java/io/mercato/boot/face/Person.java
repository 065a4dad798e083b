package io.mercato.boot.face;

import io.mercato.domain.identity.Role;

/**
 * Somebody who calls.
 *
 * @param companyId null where he belongs to none
 * @param bearer value of his {@code Authorization} header; null for whoever did not log in
 */
record Person(Role role, int id, String name, Integer companyId, String bearer) {
    static final Person NOBODY = new Person(Role.ANONYMOUS, 0, "", null, null);

    String email() {
        return name + "@people.example";
    }
}
