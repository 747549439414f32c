package org.evidencewatch.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one outbound gate: may we connect to this address, which came from data?
 *
 * <p>It judges twice. {@link #admit(String)} judges the URL by itself: syntax, scheme, user name, port, kind of host, and
 * an address where the host is one. {@link #vet} judges what a name resolved to; it belongs where the address is dialled,
 * so that what is checked and what is dialled cannot differ. A URL is fetched only when both say yes.
 *
 * <p>Admitted are public unicast addresses on ports 80 and 443. The operator's own networks are admitted beyond that,
 * on any port; {@code localhost} and single labels are admitted only when every address lies in those networks. A name
 * with several answers is denied if any one is.
 *
 * <p>Pure: no look-ups, no I/O. Safe for use by many threads.
 */
public final class Gate {

    /** More answers than this are no service's: the name is denied. */
    static final int MAX_ANSWERS = 16;

    private final AddressRules addresses;

    /** A gate that admits public addresses and these networks beside them. */
    public Gate(List<Network> allowed) {
        this.addresses = new AddressRules(allowed);
    }

    /** Judges a URL as written, and gives its canonical form. A name is still to be resolved and vetted. */
    public Admission admit(String url) {
        return switch (UrlReader.read(url)) {
            case Denial denial -> denial;
            case Target target -> either(judge(target), target);
        };
    }

    /**
     * Judges a URL with the given answers in place of a look-up.
     *
     * @param dns addresses by host name, in any spelling that the URL might use
     */
    public Admission admit(String url, Map<String, List<String>> dns) {
        return switch (admit(url)) {
            case Denial denial -> denial;
            case Target target -> target.literal().isPresent() ? target : either(resolved(target, dns), target);
        };
    }

    /** Judges one address as text; it is denied when it is not in canonical form. */
    public Optional<Denial> judge(String address) {
        Optional<Address> parsed = Address.parse(address);
        return parsed.isEmpty()
                ? Optional.of(new Denial(Refusal.SYNTAX, "no IP address in canonical form"))
                : denial(parsed.get());
    }

    /**
     * Judges what a host resolved to.
     *
     * @param host canonical, as in {@link Target#host()}
     * @param answers every address that may be dialled
     * @return why none of them may be dialled; empty when all may
     */
    public Optional<Denial> vet(String host, int port, List<Address> answers) {
        if (answers.isEmpty()) {
            return Optional.of(new Denial(Refusal.NAME, "does not resolve"));
        }
        if (answers.size() > MAX_ANSWERS) {
            return Optional.of(new Denial(Refusal.ADDRESS, "resolves to more than " + MAX_ANSWERS + " addresses"));
        }
        Optional<Denial> condition =
                answers.stream().allMatch(addresses::isOperators) ? Optional.empty() : unlessOperators(host, port);
        return condition.or(() -> answers.stream().allMatch(a -> denial(a).isEmpty())
                ? Optional.empty()
                : Optional.of(new Denial(Refusal.ADDRESS, "resolves to an address that is not public")));
    }

    /** What it says of addresses alone. */
    AddressRules addresses() {
        return addresses;
    }

    private static Admission either(Optional<Denial> denial, Target target) {
        return denial.isPresent() ? denial.get() : target;
    }

    private Optional<Denial> judge(Target target) {
        Optional<Address> literal = target.literal();
        if (literal.isPresent()) {
            return denial(literal.get())
                    .or(() -> addresses.isOperators(literal.get()) ? Optional.empty() : usualPort(target.port()));
        }
        return NameRules.denial(target.host())
                .or(() -> addresses.operatorHasNetworks()
                        ? Optional.empty()
                        : unlessOperators(target.host(), target.port()));
    }

    /** What is denied unless every address lies in the operator's networks. */
    private static Optional<Denial> unlessOperators(String host, int port) {
        Optional<Denial> name =
                Address.parse(host).isPresent() ? Optional.empty() : NameRules.denialUnlessOperators(host);
        return name.or(() -> usualPort(port));
    }

    private static Optional<Denial> usualPort(int port) {
        return port == 80 || port == 443
                ? Optional.empty()
                : Optional.of(new Denial(Refusal.PORT, "port " + port + " is neither 80 nor 443"));
    }

    private Optional<Denial> denial(Address address) {
        return addresses.denial(address).map(text -> new Denial(Refusal.ADDRESS, text));
    }

    private Optional<Denial> resolved(Target target, Map<String, List<String>> dns) {
        List<Optional<Address>> answers = dns.entrySet().stream()
                .filter(entry -> HostSyntax.canonical(entry.getKey()).equals(Optional.of(target.host())))
                .flatMap(entry -> entry.getValue().stream())
                .map(Address::parse)
                .toList();
        return answers.stream().allMatch(Optional::isPresent)
                ? vet(
                        target.host(),
                        target.port(),
                        answers.stream().flatMap(Optional::stream).toList())
                : Optional.of(new Denial(Refusal.ADDRESS, "resolves to something that is no address"));
    }
}
