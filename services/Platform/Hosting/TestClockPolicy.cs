using Grpc.Core;

namespace Gms.Platform;

/// <summary>Whether a call may bring its own time. Only in Development.</summary>
sealed record TestClockPolicy(bool Allowed)
{
    public DateTimeOffset? Read(Metadata headers)
    {
        if (headers.GetValue(CallClock.Header) is not { Length: > 0 } text)
            return null;
        return Allowed ? CallClock.Parse(text) : throw Refuse.NotAllowed(PlatformProblems.ClockNotAllowed());
    }
}
