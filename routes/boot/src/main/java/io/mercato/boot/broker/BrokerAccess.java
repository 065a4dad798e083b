package io.mercato.boot.broker;

/** How to reach the broker. */
record BrokerAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return "BrokerAccess[url=" + url + ", user=" + user + "]";
    }
}
