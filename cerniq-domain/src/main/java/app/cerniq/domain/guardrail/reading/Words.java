package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.shared.Unit;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units, currencies, times and small words, in Romanian and English, in the form that {@link Folded} gives. */
final class Words {

    /** A length of time, counted in days or, below that, as part of one. */
    enum Time {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final Map<String, Currency> CURRENCIES = new HashMap<>();
    private static final Map<String, Time> TIMES = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();

    static {
        all(UNITS, Unit.PIECE, "buc bucata bucati bucatile bucatii pcs pc piece pieces bc");
        all(
                UNITS,
                Unit.KILOGRAM,
                "kg kgs kilogram kilograme kilogramul kilogramele kilogramului kilograms kil kile kilo kilos kilogramme kilogrammes");
        all(UNITS, Unit.TONNE, "t to tona tone tonele tonei tonelor tonne tonnes ton tons tonnage");
        all(UNITS, Unit.LITRE, "l litru litri litrul litrii litrului litre litres liter liters lt ltr");
        all(UNITS, Unit.METRE, "m metru metri metrul metrii metrului metre metres meter meters ml");
        all(UNITS, Unit.SQUARE_METRE, "mp sqm");
        all(UNITS, Unit.CUBIC_METRE, "mc cbm");
        all(UNITS, Unit.SET, "set seturi setul seturile setului sets kit kituri");
        all(UNITS, Unit.BAG, "sac saci sacul sacii sacului sacilor bag bags sack sacks");
        all(UNITS, Unit.PALLET, "palet paleti paletul paletii paletului paleta palete pal pallet pallets");
        all(UNITS, Unit.HECTARE, "ha hectar hectare hectarul hectarele hectarului hectares");
        all(CURRENCIES, Currency.getInstance("RON"), "lei leu leul leii leilor ron roni ronul");
        all(CURRENCIES, Currency.getInstance("EUR"), "€ eur euro euros euroi euri");
        all(CURRENCIES, Currency.getInstance("USD"), "$ usd dolar dolari dolarul dolarii dollar dollars");
        all(CURRENCIES, Currency.getInstance("GBP"), "£ gbp lire");
        all(CURRENCIES, Currency.getInstance("CHF"), "chf franci francul francs franc");
        all(CURRENCIES, Currency.getInstance("HUF"), "huf forinti forint forints");
        all(CURRENCIES, Currency.getInstance("PLN"), "pln zloti zlot zloty");
        all(CURRENCIES, Currency.getInstance("BGN"), "bgn leva");
        all(CURRENCIES, Currency.getInstance("MDL"), "mdl");
        all(CURRENCIES, Currency.getInstance("UAH"), "uah hrivne");
        all(CURRENCIES, Currency.getInstance("TRY"), "₺");
        all(CURRENCIES, Currency.getInstance("JPY"), "¥ jpy yen");
        all(CURRENCIES, Currency.getInstance("CNY"), "cny yuan");
        all(CURRENCIES, Currency.getInstance("SEK"), "sek");
        all(CURRENCIES, Currency.getInstance("CZK"), "czk");
        all(TIMES, Time.HOUR, "h ora ore orele hour hours hr hrs");
        all(TIMES, Time.DAY, "zi zile zilele zilei zilelor day days");
        all(TIMES, Time.WEEK, "saptamana saptamani saptamanile saptamanii week weeks wk wks");
        all(TIMES, Time.MONTH, "luna luni lunile lunii lunilor month months");
        all(TIMES, Time.YEAR, "an ani anii anul anilor anului year years yr yrs");
        weekdays(DayOfWeek.MONDAY, "lunea monday mondays mon");
        weekdays(DayOfWeek.TUESDAY, "marti martea tuesday tue");
        weekdays(DayOfWeek.WEDNESDAY, "miercuri miercurea wednesday wed");
        weekdays(DayOfWeek.THURSDAY, "joi joia thursday thu");
        weekdays(DayOfWeek.FRIDAY, "vineri vinerea friday fri");
        weekdays(DayOfWeek.SATURDAY, "sambata saturday");
        weekdays(DayOfWeek.SUNDAY, "duminica sunday");
        all(MONTHS, Month.JANUARY, "ianuarie ian january jan");
        all(MONTHS, Month.FEBRUARY, "februarie feb february febr");
        all(MONTHS, Month.MARCH, "martie mar march");
        all(MONTHS, Month.APRIL, "aprilie apr april");
        all(MONTHS, Month.MAY, "mai may");
        all(MONTHS, Month.JUNE, "iunie iun june jun");
        all(MONTHS, Month.JULY, "iulie iul july jul");
        all(MONTHS, Month.AUGUST, "august aug");
        all(MONTHS, Month.SEPTEMBER, "septembrie sept sep september");
        all(MONTHS, Month.OCTOBER, "octombrie oct october");
        all(MONTHS, Month.NOVEMBER, "noiembrie noi nov november noiemb");
        all(MONTHS, Month.DECEMBER, "decembrie dec december");
    }

    /** Before a unit: "for each of it". */
    static final Set<String> PER =
            Set.of("pe", "per", "la", "pentru", "fiecare", "a", "an", "for", "o", "un", "the", "every");

    static final Set<String> EACH = Set.of("each", "apiece", "fiecare", "unitatea", "unitate");

    static final Set<String> PERCENT =
            Set.of("procente", "procent", "procentul", "procentele", "percent", "pct", "proc", "percents");

    static final Set<String> HALF = Set.of("jumatate", "jumate", "juma", "half", "jumatatea");

    static final Set<String> QUARTER = Set.of("sfert", "sferturi", "quarter", "quarters");

    static final Set<String> THIRD = Set.of("treime", "treimi", "third", "thirds");

    private Words() {}

    private static <T> void all(Map<String, T> map, T value, String words) {
        for (var word : words.split(" ", -1)) {
            map.put(word, value);
        }
    }

    private static void weekdays(DayOfWeek day, String words) {
        all(WEEKDAYS, day, words);
    }

    static @Nullable Unit unit(String word) {
        return UNITS.get(word);
    }

    static @Nullable Currency currency(String word) {
        return CURRENCIES.get(word);
    }

    static @Nullable Time time(String word) {
        return TIMES.get(word);
    }

    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word);
    }

    static @Nullable Month month(String word) {
        return MONTHS.get(word);
    }
}
