package cn.anlan.data.store;

/**
 * The two logins of a database.
 *
 * @param owner owns the schemas; reads and writes
 * @param reader reads layers, their history and the views of {@code anlan}
 * @param readerIsSeparate false where the server did not let us have a read-only login, and the
 *     reader is the owner in read-only transactions
 */
record Logins(ConnectionInfo owner, ConnectionInfo reader, boolean readerIsSeparate) {
  static final String OWNER = "anlan_owner";
  static final String READER = "anlan_reader";
}
