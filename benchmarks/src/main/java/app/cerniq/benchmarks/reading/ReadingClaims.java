package app.cerniq.benchmarks.reading;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.reading.ClaimReader;
import app.cerniq.domain.guardrail.reading.Lexicon;
import app.cerniq.domain.shared.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A reply of about 600 characters with ten claims, read against a catalogue of a thousand goods, on one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ReadingClaims {

    private static final String REPLY = """
            Bună ziua! Vă mulțumim pentru interes. Vă putem oferi Uree 46% N la prețul de 2.400 lei/t fără TVA, pentru o \
            cantitate de 20 t, cu o reducere de 5% față de lista noastră. Valoarea totală este de 45.600 lei + TVA 21%. \
            Marfa este pe stoc în depozitul nostru și livrarea se face în 3 zile lucrătoare de la confirmarea comenzii, cu \
            transportul nostru. Plata se face prin ordin de plată la 30 de zile de la livrare, conform contractului cadru \
            semnat. Oferta este valabilă până pe 15.12.2026. Pentru orice întrebare sau clarificare vă stăm la dispoziție cu \
            plăcere. Cu stimă, echipa de vânzări.""";

    private static final int CLAIMS = 10;

    /** The whole reply, from characters to claims. */
    @Benchmark
    public List<Claim> reply(Shelf shelf) {
        return ClaimReader.read(REPLY, shelf.lexicon, shelf.today);
    }

    /** A thousand goods on sale. */
    @State(Scope.Benchmark)
    public static class Shelf {

        private final LocalDate today = LocalDate.of(2026, 11, 21);
        private Lexicon lexicon = Lexicon.of(List.of(), List.of(), List.of());

        /** Fills the shelf and proves that the reply is read whole. */
        @Setup
        public void fill() {
            var goods = new ArrayList<Lexicon.Entry>();
            goods.add(new Lexicon.Entry(new Sku("ING-UREE-46"), "Uree 46% N", Unit.TONNE));
            for (int i = 1; i < 1000; i++) {
                goods.add(new Lexicon.Entry(new Sku("SEM-%04d".formatted(i)), "Porumb hibrid P" + i, Unit.BAG));
            }
            lexicon = Lexicon.of(goods, List.of("Agro Exemplu"), List.of("profit garantat"));
            var claims = ClaimReader.read(REPLY, lexicon, today).size();
            if (claims != CLAIMS) {
                throw new IllegalStateException("The reply makes " + CLAIMS + " claims, not " + claims + ".");
            }
        }
    }
}
