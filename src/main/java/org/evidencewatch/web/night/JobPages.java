package org.evidencewatch.web.night;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Predicate;
import org.evidencewatch.job.Jobs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The jobs: when each is due, what became of its due times, and the switches of its schedule. */
@Controller
class JobPages {

    private final Jobs jobs;

    JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs")
    String list(Model model) {
        model.addAttribute("jobs", JobsPage.of(jobs));
        return "night/jobs";
    }

    /** It runs when whichever process serves the schedules looks next, which is in seconds. */
    @PostMapping("/jobs/{name}/run")
    String run(@PathVariable String name, Model model, HttpServletResponse response) {
        return told(name, jobs::ask, model, response);
    }

    @PostMapping("/jobs/{name}/pause")
    String pause(@PathVariable String name, Model model, HttpServletResponse response) {
        return told(name, jobs::pause, model, response);
    }

    @PostMapping("/jobs/{name}/resume")
    String resume(@PathVariable String name, Model model, HttpServletResponse response) {
        return told(name, jobs::resume, model, response);
    }

    private static String told(String name, Predicate<String> change, Model model, HttpServletResponse response) {
        if (change.test(name)) {
            return "redirect:/jobs";
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("status", HttpStatus.NOT_FOUND.value());
        return "error";
    }
}
