using Gms.Platform;

namespace Gms.SocialSecurity;

/// <summary>To whom an answer tells what, where a person has several numbers and several countries hold the records.</summary>
static class Telling
{
    /// <summary>Discloses under the number asked and under each under which something of the answer is recorded: after a merge the same person has several.</summary>
    public static void DiscloseUnderEach(this Call call, string asked, IEnumerable<string> recorded, string field, InNameOf? asker = null)
    {
        foreach (var number in recorded.Append(asked).Distinct())
            call.Disclose(number, asker, field);
    }

    /// <summary>
    /// The one country whose records the caller is shown; null where those of every country are: to the worker, to a service that acts for a decision, to a regional
    /// office. Whatever another country holds, an office has by that country's signed answer.
    /// </summary>
    public static string? ShownOnly(this Caller caller) => caller is { Actor: null, Worker: null } ? caller.Country : null;
}
