package app.cerniq.adapters.postgres;

import app.cerniq.domain.stock.Reservation;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * The parts that move goods with a deal. They stand behind all others: the deal, its key and its journal are written
 * before the first place is locked, and places are where deals meet.
 */
enum GoodsPart implements StatementPart {
    PLACES("lock-places", "", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return true;
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            var tenant = from.deal().id().tenant().value();
            var deal = from.deal().id().value();
            slots.uuids(GoodsMoved.uuids(goods.kept())).uuid(tenant).uuid(deal).uuids(goods.known());
            places(slots, goods.begunReservations());
            slots.uuid(tenant);
        }
    },
    DUE("end-due", "due_moves", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return goods.moves();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            slots.uuid(from.deal().id().tenant().value())
                    .instant(from.change().at())
                    .uuids(goods.known())
                    .instant(from.change().at())
                    .instant(from.change().at());
        }
    },
    KEPT("keep-goods", "", "(select count(*) from kept)") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return !goods.kept().isEmpty();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            slots.instant(goods.heldUntil());
            own(slots, from).uuids(GoodsMoved.uuids(goods.kept()));
        }
    },
    ENDED("end-goods", "ended_moves", "(select count(*) from ended where status = 'CONVERTED')") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return !goods.ended().isEmpty();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            var ended = goods.ended();
            var at = from.change().at();
            slots.instant(at).instant(at).instant(at);
            slots.uuids(GoodsMoved.uuids(goods.endedIds()))
                    .texts(ended.stream().map(one -> one.status().name()).toList())
                    .texts(ended.stream()
                            .map(one -> one.reason().map(Enum::name).orElse(""))
                            .toList());
            own(slots, from).uuids(GoodsMoved.uuids(goods.endedIds()));
        }
    },
    BEGUN("begin-goods", "begun_moves", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return !goods.begun().isEmpty();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            var reservations = goods.begunReservations();
            slots.instant(goods.heldUntil()).uuids(GoodsMoved.uuids(GoodsMoved.ids(reservations)));
            places(slots, reservations)
                    .decimals(each(
                            reservations, reservation -> reservation.quantity().value()))
                    .texts(goods.begun().stream()
                            .map(one -> one.status().name())
                            .toList());
        }
    },
    RETURNED("return-goods", "returned_moves", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return !goods.returned().isEmpty();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            own(slots, from)
                    .uuids(GoodsMoved.uuids(goods.returned()))
                    .instant(from.change().at())
                    .uuid(from.deal().id().tenant().value());
        }
    },
    MOVED("move-goods", "", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return goods.moves();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            slots.uuid(from.deal().id().tenant().value());
        }
    },
    LOST("lost-goods", "", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return true;
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException {
            slots.number(goods.needed());
        }
    },
    OVERSOLD("oversold-goods", "", "") {
        @Override
        boolean isIn(GoodsMoved goods) {
            return goods.takesUnheld();
        }

        @Override
        void fill(Slots slots, Written from, GoodsMoved goods) {
            // Nothing to fill in: it looks at what the parts before it did.
        }
    };

    private final String file;
    private final String moves;
    private final String stillHeld;

    GoodsPart(String file, String moves, String stillHeld) {
        this.file = file;
        this.moves = moves;
        this.stillHeld = stillHeld;
    }

    @Override
    public String file() {
        return file;
    }

    /** The name under which this part lists the movements that it makes; empty where it makes none. */
    String moves() {
        return moves;
    }

    /** The SQL that counts what it found still active of what has to be; empty where nothing has to be. */
    String stillHeld() {
        return stillHeld;
    }

    @Override
    public boolean isIn(Written written) {
        return written.goods().filter(this::isIn).isPresent();
    }

    @Override
    public void fill(Slots slots, Written from) throws SQLException {
        fill(slots, from, from.goods().orElseThrow());
    }

    abstract boolean isIn(GoodsMoved goods);

    abstract void fill(Slots slots, Written from, GoodsMoved goods) throws SQLException;

    private static Slots own(Slots slots, Written from) throws SQLException {
        return slots.uuid(from.deal().id().tenant().value())
                .uuid(from.deal().id().value());
    }

    private static Slots places(Slots slots, List<Reservation> reservations) throws SQLException {
        return slots.texts(each(reservations, reservation -> reservation.sku().value()))
                .texts(each(
                        reservations,
                        reservation -> reservation.place().location().value()));
    }

    private static <T> List<T> each(List<Reservation> reservations, Function<Reservation, T> what) {
        return reservations.stream().map(what).toList();
    }
}
