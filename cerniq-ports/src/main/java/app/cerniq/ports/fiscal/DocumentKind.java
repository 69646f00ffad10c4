package app.cerniq.ports.fiscal;

/** What the invoicing office makes out. */
public enum DocumentKind {
    /** No fiscal document: freely cancelled, never reported. */
    PROFORMA,
    INVOICE,
    /** An invoice that reverses another one in full; a document of its own, never undone. */
    STORNO
}
