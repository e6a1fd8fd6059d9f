using Gms.Recruitment.Complaints;
using Xunit;

namespace Gms.Recruitment.Tests.Complaints;

public sealed class ComplaintFlowTests
{
    /// <summary>Every state, with every step that can be taken there and where it leads: whatever is not here cannot.</summary>
    static readonly Dictionary<ComplaintState, string> Steps = new()
    {
        [ComplaintState.Opened] = "PutToAgency>AnswerDue, Uphold>RemedyDue, Dismiss>Dismissed, Withdraw>Withdrawn",
        [ComplaintState.AnswerDue] = "Answer>Mediation, Uphold>RemedyDue, Dismiss>Dismissed, Withdraw>Withdrawn",
        [ComplaintState.Mediation] = "Uphold>RemedyDue, Dismiss>Dismissed, Withdraw>Withdrawn",
        [ComplaintState.RemedyDue] = "Remedy>Remedied, Appeal>Appealed, Withdraw>Withdrawn",
        [ComplaintState.Remedied] = "Appeal>Appealed, Close>Closed",
        [ComplaintState.Dismissed] = "Appeal>Appealed, Close>Closed, Withdraw>Withdrawn",
        [ComplaintState.Appealed] = "Uphold>RemedyDue, Dismiss>Dismissed, Withdraw>Withdrawn",
        [ComplaintState.Closed] = "",
        [ComplaintState.Withdrawn] = "",
    };

    [Fact]
    public void Every_step_that_can_be_taken_leads_where_the_table_says_and_no_other_can() => Assert.All(Enum.GetValues<ComplaintState>(), from =>
        Assert.Equal(Steps[from], string.Join(", ", Enum.GetValues<ComplaintStep>().Where(s => from.After(s) is not null).Select(s => $"{s}>{from.After(s)}"))));

    [Fact]
    public void Every_state_can_be_reached_and_every_complaint_can_end()
    {
        var reached = new HashSet<ComplaintState> { ComplaintState.Opened };
        while (Enum.GetValues<ComplaintStep>().SelectMany(s => reached.Select(f => f.After(s))).OfType<ComplaintState>().Except(reached).ToList() is { Count: > 0 } more)
            reached.UnionWith(more);
        Assert.Equal(Enum.GetValues<ComplaintState>(), reached.Order());

        var ends = new HashSet<ComplaintState> { ComplaintState.Closed, ComplaintState.Withdrawn };
        while (Enum.GetValues<ComplaintState>().Except(ends).Where(f => Enum.GetValues<ComplaintStep>().Any(s => f.After(s) is { } to && ends.Contains(to))).ToList() is { Count: > 0 } more)
            ends.UnionWith(more);
        Assert.Equal(Enum.GetValues<ComplaintState>(), ends.Order());
    }
}
