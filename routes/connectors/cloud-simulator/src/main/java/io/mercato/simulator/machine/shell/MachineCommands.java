package io.mercato.simulator.machine.shell;

import io.mercato.simulator.machine.Disks;
import io.mercato.simulator.machine.MachinePlan;
import io.mercato.simulator.machine.exporter.Load;
import io.mercato.simulator.machine.shell.Commands.Command;
import io.mercato.simulator.machine.shell.Commands.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Commands that tell about the machine. */
final class MachineCommands {
    private MachineCommands() {}

    static void register(Map<String, Command> all) {
        all.put("hostname", context -> say(context, context.shell().machine().hostname()));
        all.put("whoami", context -> say(context, context.shell().machine().user()));
        all.put("id", MachineCommands::id);
        all.put("uname", MachineCommands::uname);
        all.put("uptime", MachineCommands::uptime);
        all.put("nproc", context -> say(context, "" + plan(context).flavor().vcpus()));
        all.put("df", MachineCommands::df);
        all.put("free", MachineCommands::free);
        all.put("ip", MachineCommands::ip);
    }

    private static MachinePlan plan(Context context) {
        return context.shell().machine().plan();
    }

    private static int say(Context context, String text) throws IOException {
        context.print(text + "\n");
        return 0;
    }

    private static int id(Context context) throws IOException {
        String user = context.shell().machine().user();
        return say(context, "uid=1000(" + user + ") gid=1000(" + user + ") groups=1000(" + user + ")");
    }

    private static int uname(Context context) throws IOException {
        boolean all = context.arguments().contains("-a");
        return say(
                context,
                all ? "Linux " + context.shell().machine().hostname() + " 6.1.0-simulated x86_64 GNU/Linux" : "Linux");
    }

    private static int uptime(Context context) throws IOException {
        Load load = new Load(plan(context), Instant.now());
        long minutes = (long) load.seconds() / 60;
        double busy = load.busy() * plan(context).flavor().vcpus();
        return say(
                context,
                String.format(
                        Locale.ROOT,
                        " %s up %d:%02d,  1 user,  load average: %.2f, %.2f, %.2f",
                        LocalTime.now(ZoneOffset.UTC).withNano(0),
                        minutes / 60,
                        minutes % 60,
                        busy,
                        busy * 0.95,
                        busy * 0.9));
    }

    private static int df(Context context) throws IOException {
        String format = "%-14s %12s %12s %12s %s%n";
        context.print(String.format(format, "Filesystem", "1K-blocks", "Used", "Available", "Mounted on"));
        MachinePlan plan = plan(context);
        long attached = 0;
        StringBuilder lines = new StringBuilder();
        for (MachinePlan.Disk disk : plan.disks()) {
            long used = Disks.used(context.shell().machine().diskOf(disk));
            attached += used;
            lines.append(row(format, disk.device(), disk.gigabytes(), used, Disks.mountPoint(disk.device())));
        }
        long used = Disks.used(context.shell().machine().files().root()) - attached;
        context.print(row(format, "/dev/vda1", plan.flavor().diskGigabytes(), used, "/") + lines);
        return 0;
    }

    private static String row(String format, String device, int gigabytes, long used, String mountPoint) {
        long blocks = gigabytes * 1024L * 1024L;
        long usedBlocks = (used + 1023) / 1024;
        return String.format(format, device, blocks, usedBlocks, Math.max(0, blocks - usedBlocks), mountPoint);
    }

    private static int free(Context context) throws IOException {
        long total = plan(context).flavor().ramMegabytes() * 1024L;
        long used = (long) (total * new Load(plan(context), Instant.now()).memory());
        String format = "%-6s %12s %12s %12s%n";
        context.print(String.format(format, "", "total", "used", "available"));
        context.print(String.format(format, "Mem:", total, used, total - used));
        context.print(String.format(format, "Swap:", 0, 0, 0));
        return 0;
    }

    private static int ip(Context context) throws IOException {
        if (context.arguments().isEmpty()
                || !List.of("a", "addr", "address").contains(context.arguments().get(0))) {
            return Shell.complain(context.err(), "ip: only ip addr is known here", 255);
        }
        context.print("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP\n");
        for (String address : plan(context).addresses()) {
            context.print("    inet " + address + " scope global eth0\n");
        }
        return 0;
    }
}
