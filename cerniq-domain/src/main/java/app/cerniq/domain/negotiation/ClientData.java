package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.TradeRegisterNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the customer, kept with the deal; a company has a CUI, a natural person a CNP.
 *
 * @param email where documents go
 * @param phone in international form
 */
public record ClientData(
        Optional<String> name,
        Optional<Cui> cui,
        Optional<Cnp> cnp,
        Optional<TradeRegisterNumber> tradeRegister,
        Optional<PostalAddress> address,
        Optional<String> email,
        Optional<String> phone) {

    /** Nothing known yet. */
    public static final ClientData UNKNOWN = new ClientData(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** A company with everything a fiscal document asks for. */
    public static ClientData company(String name, Cui cui, PostalAddress address) {
        return new ClientData(
                Optional.of(name),
                Optional.of(cui),
                Optional.empty(),
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Whether this is, or may be, a natural person: without a CUI, with a CNP, or a sole trader (a number of the trade
     * register that begins with F). Regulation (EU) 2016/679, article 4(1).
     */
    public boolean isPerson() {
        return cui.isEmpty()
                || cnp.isPresent()
                || tradeRegister
                        .filter(number -> number.value().startsWith("F"))
                        .isPresent();
    }

    /** Who this is, without how to reach them: what a fiscal document shows. */
    public ClientData identity() {
        return new ClientData(name, cui, cnp, tradeRegister, address, Optional.empty(), Optional.empty());
    }

    /** What a fiscal document still needs: a name, a CUI or CNP, and a whole address. */
    public List<String> missingForFiscalDocument() {
        var missing = new ArrayList<String>();
        if (name.filter(given -> !given.isBlank()).isEmpty()) {
            missing.add("name");
        }
        if (cui.isEmpty() && cnp.isEmpty()) {
            missing.add("CUI or CNP");
        }
        if (address.filter(PostalAddress::isComplete).isEmpty()) {
            missing.add("address");
        }
        return List.copyOf(missing);
    }

    /** Which data is there, and none of it: this may end in a log. */
    @Override
    public String toString() {
        var there = new ArrayList<String>();
        name.ifPresent(known -> there.add("name"));
        cui.ifPresent(known -> there.add(isPerson() ? "CUI" : "CUI " + known));
        cnp.ifPresent(known -> there.add("CNP"));
        tradeRegister.ifPresent(known -> there.add("trade register number"));
        address.ifPresent(known -> there.add("address"));
        email.ifPresent(known -> there.add("email"));
        phone.ifPresent(known -> there.add("phone"));
        return "ClientData" + there;
    }

    /**
     * Where somebody is.
     *
     * @param county as documents print it, for example {@code Cluj}
     */
    public record PostalAddress(String street, String city, String county, String country) {

        /** Whether no part is blank: an e-invoice asks for all four. */
        public boolean isComplete() {
            return Stream.of(street, city, county, country).noneMatch(String::isBlank);
        }

        /** The country alone: the rest leads to a door. */
        @Override
        public String toString() {
            return "PostalAddress[" + country + "]";
        }
    }
}
