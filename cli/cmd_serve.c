/* cmd_serve.c: a store as a page in the browser, until Ctrl-C. */
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>

#include "cli/cli.h"
#include "serve/serve.h"

extern char **environ;

/* The browser that the desktop prefers. It is no fault of ours if there is none: the address has been printed. */
static void open_browser(const char *address)
{
    static const char *const OPENERS[] = {"xdg-open", "open", "sensible-browser"};
    for (int i = 0; i < 3; i++) {
        char opener[24], where[64];
        snprintf(opener, sizeof opener, "%s", OPENERS[i]);
        snprintf(where, sizeof where, "%s", address);
        char *argv[] = {opener, where, NULL};
        pid_t pid;
        if (posix_spawnp(&pid, opener, NULL, NULL, argv, environ) == 0) return;
    }
    cli_say("no browser was found; open %s yourself", address);
}

/* Without --port a taken port is no failure: any other does. */
static att_err open_server(att_server **s, const cli_args *a, uint32_t port)
{
    att_err e = att_serve_open(s, a->paths[0], (uint16_t)port);
    if (att_failed(e) && e.code == ATT_E_IO && !a->value[OPT_PORT]) e = att_serve_open(s, a->paths[0], 0);
    return e;
}

int cmd_serve(const cli_args *a)
{
    uint32_t port = ATT_SERVE_PORT;
    att_server *s;
    sigset_t stop;
    att_buf out = {0};
    char address[48];
    int sig;
    if (!cli_count(a, OPT_PORT, 0, 65535, &port)) return CLI_USAGE;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &stop, NULL); /* before there are threads: they inherit it, and sigwait below gets the signal */
    att_err e = open_server(&s, a, port);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
        return CLI_NOTHING;
    }
    snprintf(address, sizeof address, "http://127.0.0.1:%u/", att_serve_port(s));
    att_putf(&out, "%s\n", address);
    int rc = cli_write_buf(&out);
    att_buf_release(&out);
    if (rc == CLI_FINE) {
        cli_say("the page is at %s until you press Ctrl-C", address);
        if (a->value[OPT_OPEN]) open_browser(address);
        while (sigwait(&stop, &sig) == EINTR) {}
    }
    att_serve_close(s);
    return rc;
}
