package org.evidencewatch.company;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the addresses where one does something (an account page, a form) from those that one reads. A guess by host and
 * path, made only for addresses that a sentence names; what a record lists as evidence is evidence.
 */
final class ActionPages {

    private static final Set<String> FORM_HOSTS = words("""
            hsforms.com hsforms.net typeform.com forms.gle jotform.com surveymonkey.com tally.so formstack.com
            wufoo.com forms.office.com forms.microsoft.com forms.cloud.microsoft forms.zohopublic.com
            cognitoforms.com paperform.co formsite.com 123formbuilder.com""");
    private static final Set<String> FORMS = words("""
            form forms contact contact-us contactus contact_us contact-support support-ticket submit-a-request
            submit-request submit-ticket new-ticket create-ticket tickets""");
    private static final Set<String> ACCOUNT = words("""
            account accounts my-account myaccount my_account my me user settings preferences profile login log-in
            signin sign-in sign_in signup sign-up register checkout cart dashboard subscription subscriptions
            manage-subscription unsubscribe""");
    private static final Set<String> ACCOUNT_HOSTS =
            words("account accounts my login signin auth id checkout app dashboard");
    private static final Set<String> READING_HOSTS =
            words("help support docs community forum forums kb faq info knowledge helpcenter blog legal");
    private static final Set<String> READING = words("""
            help support knowledge-base knowledgebase kb article articles hc faq faqs docs t topic topics questions
            blog legal policies policy terms privacy""");

    private ActionPages() {}

    /** @param canonical an address that was found readable */
    static boolean isOne(String canonical) {
        var uri = URI.create(canonical);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        var path = Arrays.stream(uri.getPath().toLowerCase(Locale.ROOT).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return isForm(host, path) || isAccount(host, path);
    }

    private static boolean isForm(String host, List<String> path) {
        return FORM_HOSTS.stream().anyMatch(form -> host.equals(form) || host.endsWith("." + form))
                || (host.equals("docs.google.com") && path.contains("forms"))
                || String.join("/", path).endsWith("requests/new")
                || path.stream().anyMatch(FORMS::contains);
    }

    /** A help page about accounts is read, not used. */
    private static boolean isAccount(String host, List<String> path) {
        String first = host.substring(0, host.indexOf('.') < 0 ? host.length() : host.indexOf('.'));
        return !READING_HOSTS.contains(first)
                && path.stream().noneMatch(READING::contains)
                && (ACCOUNT_HOSTS.contains(first) || path.stream().anyMatch(ACCOUNT::contains));
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
