package org.evidencewatch.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A request of a reviewer.
 *
 * @param name whose
 * @param filter what they chose to see of the queue
 * @param form all that was sent, as it was sent
 * @param model of the page that answers
 * @param next of the page that follows, where a redirect answers
 */
record Desk(
        String name,
        Filter filter,
        Map<String, String[]> form,
        HttpServletResponse response,
        Model model,
        RedirectAttributes next) {

    /** The values of one field, each as it is: nothing is split at a comma. */
    List<String> values(String field) {
        return List.of(form.getOrDefault(field, new String[0]));
    }
}
