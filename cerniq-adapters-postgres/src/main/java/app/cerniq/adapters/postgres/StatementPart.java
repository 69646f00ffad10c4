package app.cerniq.adapters.postgres;

import java.sql.SQLException;

/** One part of the statement that stores a commit; a commit has only the parts it needs. */
interface StatementPart {

    /** The name of the file that holds the SQL of this part. */
    String file();

    boolean isIn(Written written);

    /** Fills the question marks of this part, and only those. */
    void fill(Slots slots, Written from) throws SQLException;
}
