/** The saga that completes a deal: proforma, payment, invoice, e-invoice. */
@NullMarked
package app.cerniq.application.runtime.saga.completion;

import org.jspecify.annotations.NullMarked;
