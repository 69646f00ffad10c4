package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.Percentage;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** How Jackson sees a quote version: one that was written before there were discounts on the whole has none. */
interface DiscountedLater {

    @JsonDeserialize(using = NoneWhereAbsent.class)
    Percentage discount();

    /** A percentage, or none where the field is not there. */
    final class NoneWhereAbsent extends StdScalarDeserializer<Percentage> {
        private static final long serialVersionUID = 1L;

        NoneWhereAbsent() {
            super(Percentage.class);
        }

        @Override
        public Percentage deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Percentage.of(json.getText());
        }

        @Override
        public Percentage getNullValue(DeserializationContext context) {
            return Percentage.ZERO;
        }
    }
}
