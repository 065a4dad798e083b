package io.mercato.boot.bench;

/**
 * What an operation cost beside time.
 *
 * @param calls CPU milliseconds of the platform's threads that answer HTTP calls
 * @param platform CPU milliseconds of the platform's process, all that follows included, the compilation of code not
 * @param compiler CPU milliseconds of that compilation, which ends when all is warm
 * @param database CPU milliseconds of PostgreSQL
 * @param commits transactions that wrote something
 */
record Cost(double calls, double platform, double compiler, double database, double commits) {

    Cost minus(Cost before) {
        return new Cost(
                calls - before.calls,
                platform - before.platform,
                compiler - before.compiler,
                database - before.database,
                commits - before.commits);
    }

    Cost over(double operations) {
        return new Cost(
                calls / operations,
                platform / operations,
                compiler / operations,
                database / operations,
                commits / operations);
    }
}
