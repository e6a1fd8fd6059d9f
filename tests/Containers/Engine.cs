using Gms.Local;

namespace Gms.Containers;

/// <summary>
/// A container engine of our own: its socket, its images and its log are in a state folder, and nothing else on the machine is touched. Images are kept
/// from run to run; the engine itself is not.
/// </summary>
sealed class Engine(StateFolder state)
{
    static readonly string[] Needed = ["docker.io", "docker-compose", "debootstrap", "iptables"];

    readonly OwnedProcess _daemon = new(state, "dockerd");

    string Home => state.Folder("engine");

    string Socket => "unix://" + Path.Combine(Home, "docker.sock");

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["DOCKER_HOST"] = Socket,
        ["DOCKER_BUILDKIT"] = "1",
        ["COMPOSE_DOCKER_CLI_BUILD"] = "1",
        ["COMPOSE_HTTP_TIMEOUT"] = "300",
        ["PATH"] = "/usr/bin:/usr/sbin:/bin:/sbin:/usr/local/bin",
    };

    public async Task Start(CancellationToken cancel)
    {
        if (!System.Environment.IsPrivilegedProcess)
            throw new CannotGoOnException("The test of the containers starts an engine of its own, which needs root. Run it as root: sudo ./registry test containers");
        if (new[] { "/usr/sbin/dockerd", "/usr/bin/docker-compose", "/usr/sbin/debootstrap", "/usr/sbin/iptables" }.Any(program => !File.Exists(program)))
            await Debian.Install(Needed, cancel);
        if (!_daemon.IsRunning)
            _daemon.Start(
                ["/usr/sbin/dockerd", "--data-root", Path.Combine(Home, "data"), "--exec-root", Path.Combine(Home, "exec"), "--pidfile", Path.Combine(Home, "docker.pid"), "--host", Socket],
                Environment, "/", null);
        await _daemon.Answers(async c => (await Run(c, "version")).Ok, TimeSpan.FromMinutes(1), cancel);
    }

    /// <summary>Ends the engine, and with it whatever still runs in it.</summary>
    public async Task Stop()
    {
        var left = (await Run(CancellationToken.None, "ps", "--quiet")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (left.Length > 0)
            await Run(CancellationToken.None, ["rm", "--force", "--volumes", .. left]);
        await _daemon.Stop(Signal.Terminate, TimeSpan.FromMinutes(1), CancellationToken.None);
    }

    public Task<Shell.Result> Run(CancellationToken cancel, params string[] arguments) => Shell.Run(["/usr/bin/docker", .. arguments], cancel, environment: Environment);

    public async Task<string> Must(CancellationToken cancel, params string[] arguments) =>
        (await Shell.MustRun($"docker {arguments[0]}", ["/usr/bin/docker", .. arguments], cancel, environment: Environment)).Trim();

    public async Task<bool> Has(string image, CancellationToken cancel) => (await Run(cancel, "image", "inspect", image)).Ok;
}
