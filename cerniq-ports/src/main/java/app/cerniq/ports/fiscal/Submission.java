package app.cerniq.ports.fiscal;

import app.cerniq.domain.shared.ContentHash;
import java.util.Optional;

/**
 * An upload that SPV registered.
 *
 * @param content the SHA-256 of the bytes that were sent; empty where the invoicing office sends them itself
 */
public record Submission(DocumentReference reference, UploadIndex index, Optional<ContentHash> content) {}
