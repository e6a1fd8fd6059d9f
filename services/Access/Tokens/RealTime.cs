namespace Gms.Access.Tokens;

/// <summary>The time that tokens, codes and keys see: always the real one, whatever test clock a call brings. Tests of this service move it.</summary>
sealed class RealTime(TimeProvider source)
{
    public DateTimeOffset Now => source.GetUtcNow();
}
