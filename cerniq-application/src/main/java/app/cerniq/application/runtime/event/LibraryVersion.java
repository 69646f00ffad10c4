package app.cerniq.application.runtime.event;

import java.util.Optional;

/** The version of this library, as its jar says. */
final class LibraryVersion {

    static final String TEXT = Optional.ofNullable(
                    LibraryVersion.class.getPackage().getImplementationVersion())
            .orElse("unreleased");

    private LibraryVersion() {}
}
