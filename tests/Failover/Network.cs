using System.Globalization;
using Gms.Local;

namespace Gms.Failover;

/// <summary>
/// Three machines on a switch, each a network namespace with an address of its own, so that one can be cut off from the others and from us. The switch is a
/// namespace too: a firewall of this machine, such as a container engine's, does not see what passes between them.
/// </summary>
sealed class Network
{
    readonly string _name;
    readonly string _subnet;

    public Network(StateFolder state)
    {
        _name = "gms" + state.Fingerprint[..6];
        _subnet = string.Create(CultureInfo.InvariantCulture, $"10.213.{Convert.ToByte(state.Fingerprint[6..], 16)}");
        Machines = [.. new[] { "a", "b", "c" }.Select((name, i) => new Machine(name, _name + name, string.Create(CultureInfo.InvariantCulture, $"{_subnet}.{11 + i}"), new StateFolder(state[name])))];
    }

    public IReadOnlyList<Machine> Machines { get; }

    public string Range => _subnet + ".0/24";

    public async Task Make(CancellationToken cancel)
    {
        await Remove();
        await Ip(cancel, "netns", "add", _name);
        await Ip(cancel, "-n", _name, "link", "add", "switch", "type", "bridge");
        await Ip(cancel, "-n", _name, "link", "set", "switch", "up");
        await Ip(cancel, "link", "add", _name, "type", "veth", "peer", "name", "here", "netns", _name);
        await Ip(cancel, "addr", "add", _subnet + ".1/24", "dev", _name);
        await Ip(cancel, "link", "set", _name, "up");
        await Plug("here", cancel);
        foreach (var machine in Machines)
        {
            machine.State.Make();
            await Ip(cancel, "netns", "add", machine.Namespace);
            await Ip(cancel, "link", "add", "eth0", "netns", machine.Namespace, "type", "veth", "peer", "name", machine.Name, "netns", _name);
            await Ip(cancel, "-n", machine.Namespace, "addr", "add", machine.Address + "/24", "dev", "eth0");
            await Ip(cancel, "-n", machine.Namespace, "link", "set", "lo", "up");
            await Ip(cancel, "-n", machine.Namespace, "link", "set", "eth0", "up");
            await Plug(machine.Name, cancel);
        }
    }

    /// <summary>Pulls a machine's cable: nothing reaches it and it reaches nobody; all that runs there goes on.</summary>
    public Task CutOff(Machine machine, CancellationToken cancel) => Ip(cancel, "-n", _name, "link", "set", "dev", machine.Name, "down");

    public Task Rejoin(Machine machine, CancellationToken cancel) => Ip(cancel, "-n", _name, "link", "set", "dev", machine.Name, "up");

    /// <summary>Ends what runs on the machines, also what a run that was cut off left behind, and takes them away.</summary>
    public async Task Remove()
    {
        var cancel = CancellationToken.None;
        var there = (await Ip(cancel, "netns", "list")).Split('\n').Select(line => line.Split(' ')[0]).ToHashSet();
        foreach (var machine in Machines.Where(m => there.Contains(m.Namespace)))
        {
            await machine.KillAll(cancel);
            await Ip(cancel, "netns", "delete", machine.Namespace);
        }
        if (there.Contains(_name))
            await Ip(cancel, "netns", "delete", _name);
        // The kernel takes our end of the cable away some time after the namespace with the other.
        await Shell.Run(["ip", "link", "delete", _name], cancel);
    }

    async Task Plug(string port, CancellationToken cancel)
    {
        await Ip(cancel, "-n", _name, "link", "set", "dev", port, "master", "switch");
        await Ip(cancel, "-n", _name, "link", "set", "dev", port, "up");
    }

    static Task<string> Ip(CancellationToken cancel, params string[] arguments) => Shell.MustRun("ip " + string.Join(' ', arguments), ["ip", .. arguments], cancel);
}
