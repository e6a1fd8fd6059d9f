namespace Gms.Local.Verbs;

/// <summary><c>token ACCOUNT</c>: a token for trying calls by hand. To be asked for at Access once it issues them.</summary>
static class Token
{
    public static Task<int> Run(LocalSystem system, string account, CancellationToken cancel) =>
        throw new CannotGoOnException("Access does not issue tokens to this script yet.");
}

/// <summary><c>bench [--json]</c>: the measurements of tests/Bench.</summary>
static class Bench
{
    public static Task<int> Run(LocalSystem system, bool json, CancellationToken cancel) =>
        throw new CannotGoOnException("The measurements are not there yet.");
}
