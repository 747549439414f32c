package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/my/account",
                "https://a.example/Settings/billing",
                "https://account.a.example/",
                "https://a.example/login?next=/help",
                "https://share.hsforms.com/1abc",
                "https://a.typeform.com/to/x",
                "https://docs.google.com/forms/d/e/x/viewform",
                "https://support.a.example/hc/en-us/requests/new",
                "https://help.a.example/contact",
                "https://a.example/forms/delete-me"
            })
    void seesWhereOneDoesSomething(String url) {
        assertThat(ActionPages.isOne(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "https://help.a.example/account/delete",
                "https://a.example/help/login-problems",
                "https://a.example/hc/articles/1-account",
                "https://community.a.example/t/subscription/11",
                "https://docs.google.com/document/d/x",
                "https://a.example/account-deletion-policy",
                "https://nothsforms.com/x"
            })
    void seesWhereOneReads(String url) {
        assertThat(ActionPages.isOne(url)).isFalse();
    }
}
