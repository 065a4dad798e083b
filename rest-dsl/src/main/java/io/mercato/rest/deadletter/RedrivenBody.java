package io.mercato.rest.deadletter;

/** How many dead letters were put back into their queue. */
record RedrivenBody(int redriven) {}
