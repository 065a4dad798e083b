/** The published client's contract, as test resources below {@code contract/} write it down. */
package io.mercato.boot.contract;
