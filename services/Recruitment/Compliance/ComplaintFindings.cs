using Gms.Recruitment.Complaints;

namespace Gms.Recruitment.Compliance;

/// <summary>Indicators about complaints and what was put right.</summary>
static class ComplaintFindings
{
    /// <summary>Answered within its days and without retaliation; what is open and not late is not known yet.</summary>
    public static Finding AnsweredInTime(RecruitmentFacts facts)
    {
        var complaints = facts.Complaints;
        if (complaints.Count == 0)
            return Finding.NotApplicable("No complaint about the recruitment is recorded.");
        if (complaints.Any(c => c.Retaliation))
            return Finding.Fail("The worker is said to suffer for having complained.", "An inspector looks into it at once.");
        if (complaints.Any(c => c.AnsweredOn > c.AnswerDueOn || c.ClosedOn > c.CloseBy || (facts.On is { } day && c.IsLateOn(day))))
            return Finding.Fail("A complaint about the recruitment was not dealt with in its time.", "The office that holds it takes the next step.");
        return complaints.All(c => c.IsOver)
            ? Finding.Pass("Every complaint about the recruitment was dealt with in its time.")
            : Finding.Unknown("A complaint about the recruitment is open and within its time.");
    }

    /// <summary>What the worker bore, against what somebody other than the agency confirms as repaid, currency by currency.</summary>
    public static Finding Repaid(RecruitmentFacts facts)
    {
        const string remedy = "The employer or agency repays the worker.";
        if (facts.On is { } day && facts.Complaints.Any(c => c.State == ComplaintState.RemedyDue && c.IsStepLateOn(day)))
            return Finding.Fail("A repayment was decided, and its day is over.", remedy);
        var repaid = facts.Complaints.SelectMany(c => c.Remedies).Where(r => r.Kind == ComplaintRemedy.Repayment && r.DoneOn <= facts.AsOf)
            .Select(r => r.Amount!).GroupBy(a => a.Currency).ToDictionary(g => g.Key, g => g.Sum(a => a.Minor));
        if (repaid.Count == 0)
            return Finding.Unknown("No repayment is recorded.", remedy);
        // The largest of the statements counts: the worker is not made to prove which is right.
        var borne = facts.Costs.Where(c => c.BorneByWorker && facts.Item(c).NotForWorkers).GroupBy(c => (c.StatedBy, c.Amount.Currency)).Select(g => (g.Key.Currency, Sum: g.Sum(c => c.Amount.Minor)));
        return borne.All(b => repaid.GetValueOrDefault(b.Currency) >= b.Sum)
            ? Finding.Pass("What the worker bore was repaid, as somebody other than the agency confirms.")
            : Finding.Unknown("A part of what the worker bore was repaid.", remedy);
    }

    /// <summary>Of what is open, and of what was opened since that day: late answers and steps count after a complaint is over.</summary>
    public static Finding OfAgency(PartyComplaints complaints, DateOnly since, bool forAgency)
    {
        // None and few are told alike: that there is one leads an agency to the worker as surely as what it says.
        if (forAgency && complaints.All < PartyRecord.TooFew)
            return Finding.Unknown($"Fewer than {PartyRecord.TooFew} complaints are recorded: told to officers only.");
        if (complaints.All == 0)
            return Finding.NotApplicable($"No complaint about the agency is open, and none was made since {since:yyyy-MM-dd}.");
        var upheld = complaints.Upheld > 0 ? $" {complaints.Upheld} of them are upheld in whole or in part." : "";
        if (complaints.Overdue > 0 || complaints.TimesLate > 0 || complaints.Retaliation > 0)
            return Finding.Fail(
                forAgency ? "Complaints about the agency were not dealt with in their time, or a worker is said to suffer for one."
                    : $"Of {complaints.All} complaints about the agency {complaints.Overdue} are late, steps were late {complaints.TimesLate} times, and in {complaints.Retaliation} the worker is said to suffer for it.{upheld}",
                "The agency answers; the office that holds them takes the next step.");
        return complaints.Open > 0
            ? Finding.Unknown(forAgency ? "Complaints about the agency are open and within their time." : $"{complaints.Open} of {complaints.All} complaints about the agency are open and within their time.{upheld}")
            : Finding.Pass(forAgency ? "Every complaint about the agency was dealt with in its time." : $"Each of {complaints.All} complaints about the agency was dealt with in its time.{upheld}");
    }
}
