using System.Globalization;
using Gms.Platform;

namespace Gms.Registry.Duplicates;

/// <summary>What follows from those who were found. Pure.</summary>
static class DuplicateRules
{
    /// <param name="found">Who may be the person.</param>
    /// <param name="others">Numbers of workers who were said to be other people, and those told otherwise.</param>
    public static IEnumerable<Problem> ToEnrol(IReadOnlyList<Candidate> found, IReadOnlySet<string> others) =>
        Unanswered(found, others).Select(c => Problems.WorkerProbablyEnrolled(
            c.WorkerNumber!, c.Country, c.Score.ToString("0.0", CultureInfo.InvariantCulture), string.Join(", ", c.Reasons.Select(r => r.Name))));

    /// <summary>Those from the upper threshold on of whom nobody said that they are other people.</summary>
    public static IEnumerable<Candidate> Unanswered(IReadOnlyList<Candidate> found, IReadOnlySet<string> others) =>
        found.Where(c => c.Verdict is Verdict.Probable && c.WorkerNumber is not null && !others.Contains(c.WorkerNumber));
}
