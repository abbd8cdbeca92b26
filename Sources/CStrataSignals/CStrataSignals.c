// C, because a handler runs at any instruction: no Swift runtime, no allocation, only async-signal-safe calls.
#define _GNU_SOURCE
#include "CStrataSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

/// What a program that traps raises.
static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS};
/// What asks the program to end, and would end it without a handler.
static const int ends[] = {SIGHUP,  SIGINT,    SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2,
                           SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGPOLL, SIGPWR, SIGSTKFLT};
/// What the loop has to know.
static const int news[] = {SIGWINCH, SIGCONT, SIGTSTP};
/// What a call reports by an error of its own.
static const int ignored[] = {SIGPIPE, SIGXFSZ};

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { reset_capacity = 512, alternate_stack_size = 65536 };

/// How long an orderly end may take before the process ends at once: a write to a terminal that nobody reads blocks for ever.
static const struct itimerval patience = {.it_value = {.tv_usec = 500000}};

// Read in handlers and in other threads.
static atomic_int terminal = -1;
/// The same terminal, opened once more without blocking; -1 where that was refused.
static atomic_int nonblocking = -1;
static atomic_int wake = -1;
static struct termios modes;
static uint8_t reset[reset_capacity];
static atomic_size_t reset_count;
static atomic_int held;
static atomic_int ending;
static atomic_uint_fast64_t pending;
static struct sigaction before[65];
static uint8_t alternate_stack[alternate_stack_size];

static void notify(unsigned bit) {
  int saved = errno;
  uint64_t one = 1;
  atomic_fetch_or(&pending, (uint64_t)1 << bit);
  int descriptor = atomic_load(&wake);
  if (descriptor >= 0 && write(descriptor, &one, sizeof one) < 0) { /* full: it is readable all the same */ }
  errno = saved;
}

static void restore_terminal(void) {
  if (!atomic_exchange(&held, 0)) return;
  signal(SIGTTOU, SIG_IGN);  // from the background tcsetattr would stop us
  int out = nonblocking >= 0 ? nonblocking : terminal;
  struct pollfd room = {.fd = out, .events = POLLOUT};
  // Nobody reads: what still waits there makes room for the reset.
  if (poll(&room, 1, 0) != 1 || !(room.revents & POLLOUT)) tcflush(terminal, TCOFLUSH);
  if (poll(&room, 1, 0) == 1 && (room.revents & POLLOUT)) {
    static const uint8_t cancel = 0x18;  // ends a sequence that was cut
    if (write(out, &cancel, 1) < 0 || write(out, reset, reset_count) < 0) { /* nothing is left to try */ }
  }
  tcsetattr(terminal, TCSANOW, &modes);
}

static void on_fault(int signal_number) {
  int was_held = atomic_load(&held);
  restore_terminal();
  static const char words[] = "strata: stopped by a fault of its own; please report what you did\n";
  if (was_held && write(2, words, sizeof words - 1) < 0) { /* nothing is left to try */ }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void on_end(int signal_number) {
  int none = 0;
  if (atomic_compare_exchange_strong(&ending, &none, signal_number)) {
    setitimer(ITIMER_REAL, &patience, NULL);
  } else if (signal_number == SIGALRM) {  // patience is over
    restore_terminal();
    _exit(128 + none);
  }
  notify((unsigned)signal_number);
}

static void on_news(int signal_number) { notify((unsigned)signal_number); }

static void handle(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(faults); i++) sigdelset(&action.sa_mask, faults[i]);
  sigaction(signal_number, &action, NULL);
}

static void keep(int signal_number) { sigaction(signal_number, NULL, &before[signal_number]); }

int strata_signals_open(int descriptor) {
  if (tcgetattr(descriptor, &modes) < 0) return -1;
  wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (wake < 0) return -1;
  terminal = descriptor;
  const char *path = ttyname(descriptor);
  nonblocking = path ? open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(faults); i++) {
    keep(faults[i]);
    handle(faults[i], on_fault, SA_ONSTACK | SA_NODEFER);
  }
  for (size_t i = 0; i < COUNT(ends); i++) {
    keep(ends[i]);
    // Whoever started us with a signal ignored (nohup) wants it ignored.
    if (before[ends[i]].sa_handler != SIG_IGN) handle(ends[i], on_end, SA_RESTART | SA_ONSTACK);
  }
  for (size_t i = 0; i < COUNT(news); i++) {
    keep(news[i]);
    handle(news[i], on_news, SA_RESTART | SA_ONSTACK);
  }
  for (size_t i = 0; i < COUNT(ignored); i++) {
    keep(ignored[i]);
    signal(ignored[i], SIG_IGN);
  }
  return wake;
}

static void give_back(const int *list, size_t count) {
  for (size_t i = 0; i < count; i++) sigaction(list[i], &before[list[i]], NULL);
}

void strata_signals_close(void) {
  if (wake < 0) return;
  atomic_store(&held, 0);
  give_back(faults, COUNT(faults));
  give_back(news, COUNT(news));
  give_back(ignored, COUNT(ignored));
  // An end under way keeps its handler: its timer must not kill us with another status than the one we leave with.
  if (!atomic_load(&ending)) give_back(ends, COUNT(ends));
  close(wake);
  if (nonblocking >= 0) close(nonblocking);
  wake = nonblocking = terminal = -1;
}

void strata_signals_set_reset(const uint8_t *bytes, size_t count) {
  reset_count = count < reset_capacity ? count : reset_capacity;
  memcpy(reset, bytes, reset_count);
}

void strata_signals_hold_screen(int is_held) { atomic_store(&held, is_held); }

int strata_signals_came(void) { return atomic_load(&pending) != 0; }

uint64_t strata_signals_take(void) {
  uint64_t count;
  if (wake >= 0 && read(wake, &count, sizeof count) < 0) { /* empty */ }
  return atomic_exchange(&pending, 0);
}

void strata_signals_wake(void) { notify(0); }

void strata_signals_stop(void) {
  signal(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  handle(SIGTSTP, on_news, SA_RESTART | SA_ONSTACK);
}
