namespace Gms.Platform;

/// <summary>How many imports one process runs at once. More would only share the same cores, and each would take longer.</summary>
public sealed class ImportSlots : IDisposable
{
    const int AtOnce = 2;

    readonly SemaphoreSlim _free = new(AtOnce, AtOnce);

    /// <summary>Takes a slot until disposed; refuses when there is none.</summary>
    public IDisposable Take() => _free.Wait(0) ? new Slot(_free) : throw Refuse.TooMuch(PlatformProblems.ImportsBusy(), TimeSpan.FromSeconds(30));

    public void Dispose() => _free.Dispose();

    sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
