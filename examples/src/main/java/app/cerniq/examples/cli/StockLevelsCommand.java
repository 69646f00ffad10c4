package app.cerniq.examples.cli;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.examples.stock.LevelsTable;
import app.cerniq.ports.shared.Storage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows what there is. */
@Command(
        name = "levels",
        description = "Show what is on hand, what is held for deals and what can still be promised.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StockLevelsCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--location",
            paramLabel = "CODE",
            converter = Location.class,
            description = "Only what lies at this location.")
    private @Nullable LocationCode location; // null: everywhere

    @Option(names = "--low", description = "Only what is low or has to be ordered.")
    private boolean onlyLow;

    @Mixin
    private WarehouseOptions warehouse;

    @Override
    public Integer call() throws IOException {
        var levels = warehouse.work((cerniq, storage, tenant, actor, ids) -> {
            known(cerniq.stock().locations(tenant));
            return all(storage, tenant, Clock.systemUTC().instant());
        });
        var shown = levels.stream()
                .filter(level -> !onlyLow || level.isLow() || level.isDueForReorder())
                .toList();
        var out = command.commandLine().getOut();
        if (!shown.isEmpty()) {
            LevelsTable.of(shown).forEach(out::println);
            out.println();
        }
        out.println(shown.size() + (shown.size() == 1 ? " place, " : " places, ")
                + shown.stream().filter(StockLevel::isLow).count() + " low.");
        out.flush();
        return ExitCode.OK;
    }

    private void known(List<StockLocation> locations) {
        var codes = locations.stream().map(StockLocation::code).toList();
        if (location != null && !codes.contains(location)) {
            throw new RefusedInput(new StockRefusal.UnknownLocation(location, codes));
        }
    }

    private List<StockLevel> all(Storage storage, TenantId tenant, Instant at) {
        var levels = new ArrayList<StockLevel>();
        var after = Optional.<Place>empty();
        List<StockLevel> page;
        do {
            page = storage.stockLevels().page(tenant, Optional.ofNullable(location), after, PAGE, at);
            levels.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).place());
        } while (page.size() == PAGE);
        return levels;
    }

    /** A location's code. */
    static final class Location implements ITypeConverter<LocationCode> {

        @Override
        public LocationCode convert(String word) {
            return LocationCode.parse(word).getOrElseThrow(fault -> new TypeConversionException(fault.describe()));
        }
    }
}
