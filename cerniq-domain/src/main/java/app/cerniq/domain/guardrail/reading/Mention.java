package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import java.util.Set;

/**
 * Goods that are named.
 *
 * @param end the token after it
 */
record Mention(int end, Set<Sku> goods) {}
