namespace Gms.Local.Verbs;

/// <summary><c>wipe [--yes]</c>: stops everything and removes the state folder with all its data.</summary>
static class Wipe
{
    public static async Task<int> Run(string checkout, string stateFolder, bool yes, CancellationToken cancel)
    {
        var state = new StateFolder(stateFolder);
        if (!Directory.Exists(state.Root))
        {
            Console.WriteLine("There is nothing to remove.");
            return 0;
        }

        if (!state.IsOurs)
            throw new CannotGoOnException($"{state.Root} does not carry the registry's marker file, so it is not removed.");
        if (!yes && !Confirmed(state.Root))
            throw new CannotGoOnException("Nothing was removed. To remove without being asked: ./registry wipe --yes");

        await Down.Run(new LocalSystem(checkout, stateFolder), cancel);
        foreach (var within in state.Nested())
            await OwnedProcess.KillAll(within, cancel);
        Directory.Delete(state.Root, recursive: true);
        Console.WriteLine($"Removed {state.Root}.");
        return 0;
    }

    static bool Confirmed(string folder)
    {
        if (Console.IsInputRedirected)
            return false;
        Console.Write($"Remove {folder} with all data in it? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
