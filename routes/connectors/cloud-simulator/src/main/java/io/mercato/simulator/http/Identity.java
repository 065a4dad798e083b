package io.mercato.simulator.http;

/** Whom a valid token speaks for. */
public record Identity(String userId, String userName, String projectId, String projectName, boolean admin) {
    /** Whether something of that project may be seen. */
    public boolean sees(String ownerProject) {
        return admin || projectId.equals(ownerProject);
    }
}
