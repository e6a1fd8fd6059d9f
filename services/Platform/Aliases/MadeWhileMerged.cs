using Gms.Events.Registry;

namespace Gms.Platform;

/// <summary>
/// A row that was made while two numbers were one person. It carries the number that its caller used; whether that is the person meant, an officer says.
/// </summary>
public sealed record MadeWhileMerged(string Country, string WorkerNumber, string What, Guid Id);

public static class MadeWhileMergedItems
{
    /// <summary>More are not named; the officer lists the records of both numbers.</summary>
    const int MostNamed = 20;

    /// <summary>One work item for each country that holds such rows.</summary>
    public static void AskWhose(this ServiceDb db, WorkersUnmerged happened, IEnumerable<MadeWhileMerged> rows, DateTimeOffset now)
    {
        foreach (var held in rows.GroupBy(r => r.Country))
            db.OpenWorkItem(new()
            {
                Kind = "MADE_WHILE_MERGED",
                Key = $"{happened.MergeId:N}/{held.Key}",
                Country = held.Key,
                Subjects = [.. held.Select(r => r.WorkerNumber).Append(happened.AbsorbedNumber).Append(happened.WorkerNumber).Distinct()],
                Facts = held.GroupBy(r => r.What).ToDictionary(g => g.Key, g => string.Join(' ', g.Take(MostNamed).Select(r => r.Id)) + (g.Count() > MostNamed ? $" and {g.Count() - MostNamed} more" : "")),
                Decisions = ["ALL_AS_RECORDED", "RECORDED_ANEW"],
                OpenedAt = now,
            });
    }
}
