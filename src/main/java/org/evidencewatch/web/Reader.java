package org.evidencewatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who reads it. */
@ControllerAdvice
class Reader {

    @ModelAttribute
    void reader(HttpServletRequest request, Model model) {
        Optional.ofNullable(request.getRemoteUser()).ifPresent(name -> model.addAttribute("reader", name));
    }
}
