// SPDX-License-Identifier: Apache-2.0
#include "images/confine.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cstddef>
#include <vector>

namespace konbit::images {

namespace {

constexpr rlim_t seconds = 10, written_bytes = 32UL * 1024 * 1024;

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define KONBIT_IS_SANITIZED
#endif
#endif

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

#ifndef KONBIT_IS_SANITIZED

constexpr rlim_t memory_bytes = 768UL * 1024 * 1024;

#if defined(__x86_64__)
constexpr unsigned this_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned this_machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned this_machine = 0;  // no call passes: a machine that nobody has tried
#endif

/// What computing takes. No opening, no sockets, no programs.
constexpr auto allowed = std::to_array<int>(
    {SYS_read,   SYS_write,       SYS_lseek,     SYS_close,         SYS_fstat,        SYS_newfstatat,
     SYS_brk,    SYS_mmap,        SYS_munmap,    SYS_mremap,        SYS_mprotect,     SYS_madvise,
     SYS_futex,  SYS_sched_yield, SYS_getrandom, SYS_clock_gettime, SYS_rt_sigreturn, SYS_rt_sigprocmask,
     SYS_getpid, SYS_gettid,      SYS_tgkill,    SYS_exit,          SYS_exit_group});

std::vector<sock_filter> filter() {
    std::vector<sock_filter> rules{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, this_machine, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const int call : allowed) {
        rules.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
        rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    }
    rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    return rules;
}

void forbid_calls() {
    auto rules = filter();
    sock_fprog program{static_cast<unsigned short>(rules.size()), rules.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#endif

}  // namespace

void confine() {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_FSIZE, written_bytes);
#ifndef KONBIT_IS_SANITIZED
    limit(RLIMIT_AS, memory_bytes);
    forbid_calls();
#endif
}

}  // namespace konbit::images
