package app.cerniq.examples.stock;

import app.cerniq.application.stock.StockDesk;
import app.cerniq.application.stock.SyncOrder;
import app.cerniq.application.stock.SyncReport;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Refusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.examples.data.CsvFault;
import app.cerniq.examples.data.StockFile;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stock file over into the warehouse: all of it, or the good lines where that was asked for, or nothing.
 *
 * @param report what happened to the lines that the warehouse understood
 * @param refusals everything that is wrong with the others, in the order of the lines
 * @param badLines how many those are; one may be wrong in more than one way
 */
public record StockImport(SyncReport report, List<? extends Refusal> refusals, long badLines) {
    public StockImport {
        refusals = List.copyOf(refusals);
    }

    private record Fault(long line, Refusal refusal) {}

    /**
     * Imports a file.
     *
     * @param key the name of this one import; under the same key the same file is taken over once
     * @param order how to take it over; its rows are those of the file
     */
    public static StockImport of(
            StockFile file, StockDesk desk, TenantId tenant, Actor actor, String key, SyncOrder order) {
        var faults = new ArrayList<Fault>();
        file.faults().forEach(fault -> faults.add(new Fault(fault.line(), fault)));
        var rows = new ArrayList<SyncOrder.Row>();
        var skus = file.figures().stream()
                .map(figure -> figure.place().sku())
                .distinct()
                .toList();
        var positions = desk.positions(tenant, skus);
        for (var figure : file.figures()) {
            row(figure, Optional.ofNullable(positions.get(figure.place().sku())))
                    .peek(rows::add)
                    .peekLeft(refusal -> faults.add(new Fault(figure.line(), refusal)));
        }
        var isStopped = !order.skipsBad() && !faults.isEmpty();
        var report = desk.sync(
                tenant,
                actor,
                key,
                new SyncOrder(
                        rows, order.conflicts(), order.isDryRun() || isStopped, order.skipsBad(), order.displaces()));
        for (var line : report.bad()) {
            var number = line.row().number();
            faults.add(new Fault(
                    number, new BadLine(file.name(), number, line.refusal().orElseThrow())));
        }
        return new StockImport(
                report,
                faults.stream()
                        .sorted(Comparator.comparingLong(Fault::line))
                        .map(Fault::refusal)
                        .toList(),
                faults.stream().mapToLong(Fault::line).distinct().count());
    }

    private static Either<Refusal, SyncOrder.Row> row(StockFile.Figure figure, Optional<StockPosition> position) {
        if (position.isEmpty()) {
            var unknown = new StockRefusal.UnknownSku(figure.place().sku());
            return Either.left(new BadLine(figure.file(), figure.line(), unknown));
        }
        return figure.in(position.get().unit())
                .map(onHand -> new SyncOrder.Row(Math.toIntExact(figure.line()), figure.place(), onHand))
                .mapLeft((CsvFault fault) -> fault);
    }
}
