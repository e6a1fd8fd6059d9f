using Grpc.Core;

namespace Gms.Platform;

/// <summary>A call that is refused, with every reason at once. The one interceptor turns it into a status.</summary>
public sealed class RefusedException(StatusCode status, IReadOnlyList<Problem> problems, TimeSpan? retryAfter = null, bool audited = true)
    : Exception(string.Join(" ", problems.Select(p => p.Message)))
{
    public StatusCode Status { get; } = status;

    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>When the caller may try again; null when trying again will not help by itself.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>False for what is refused only because too much is asked at once: writing each of those down would make it worse.</summary>
    public bool IsAudited { get; } = audited;
}

/// <summary>The ways to refuse a call: each makes the exception to throw, so that the compiler sees where a call ends.</summary>
public static class Refuse
{
    /// <summary>What was sent could never be right.</summary>
    public static RefusedException Invalid(params IReadOnlyList<Problem> problems) => new(StatusCode.InvalidArgument, problems);

    /// <summary>There is no such record, or none that the caller may see: the two are not told apart.</summary>
    public static RefusedException NotFound(Problem problem) => new(StatusCode.NotFound, [problem]);

    /// <summary>Right in itself, but not as things stand.</summary>
    public static RefusedException NotNow(params IReadOnlyList<Problem> problems) => new(StatusCode.FailedPrecondition, problems);

    /// <summary>The record is already there.</summary>
    public static RefusedException AlreadyThere(Problem problem) => new(StatusCode.AlreadyExists, [problem]);

    /// <summary>Somebody else was faster; read again and repeat.</summary>
    public static RefusedException SomebodyWasFaster(Problem problem) => new(StatusCode.Aborted, [problem]);

    /// <summary>The caller may not do this.</summary>
    public static RefusedException NotAllowed(Problem problem) => new(StatusCode.PermissionDenied, [problem]);

    /// <summary>Nobody is signed in, or the token does not hold.</summary>
    public static RefusedException NotSignedIn(Problem problem) => new(StatusCode.Unauthenticated, [problem]);

    /// <summary>A part that is needed does not answer now.</summary>
    public static RefusedException Unavailable(Problem problem, TimeSpan? retryAfter = null) =>
        new(StatusCode.Unavailable, [problem], retryAfter ?? TimeSpan.FromSeconds(2));

    /// <summary>Too much at once; nothing was taken.</summary>
    public static RefusedException TooMuch(Problem problem, TimeSpan retryAfter, bool audited = true) => new(StatusCode.ResourceExhausted, [problem], retryAfter, audited);

    /// <summary>Refuses with all problems when there are any (FAILED_PRECONDITION).</summary>
    public static void IfAny(IEnumerable<Problem> problems)
    {
        IReadOnlyList<Problem> all = [.. problems];
        if (all.Count > 0)
            throw NotNow(all);
    }

    /// <summary>Refuses with all problems when there are any (INVALID_ARGUMENT).</summary>
    public static void IfInvalid(IEnumerable<Problem> problems)
    {
        IReadOnlyList<Problem> all = [.. problems];
        if (all.Count > 0)
            throw Invalid(all);
    }
}
