namespace Gms.Recruitment.Complaints;

/// <summary>Where a complaint stands.</summary>
public enum ComplaintState
{
    /// <summary>Nobody has looked yet.</summary>
    Opened,

    /// <summary>The agency was asked and has to answer.</summary>
    AnswerDue,

    /// <summary>The agency answered; an officer mediates and decides.</summary>
    Mediation,

    /// <summary>Upheld: the agency has to put it right.</summary>
    RemedyDue,

    /// <summary>Put right; an officer closes it.</summary>
    Remedied,

    /// <summary>Found to be without ground.</summary>
    Dismissed,

    /// <summary>One side does not accept the decision; another officer decides anew.</summary>
    Appealed,

    Closed,

    /// <summary>Who complained took it back.</summary>
    Withdrawn,
}

/// <summary>What moves a complaint.</summary>
public enum ComplaintStep
{
    PutToAgency,
    Answer,
    Uphold,
    Dismiss,
    Remedy,
    Appeal,
    Close,
    Withdraw,
}

/// <summary>What was decided.</summary>
public enum ComplaintFinding
{
    Upheld,
    PartlyUpheld,
    Unfounded,
}

/// <summary>How a complaint that is upheld is put right.</summary>
public enum ComplaintRemedy
{
    Repayment,
    WagesPaid,
    PapersBack,

    /// <summary>The worker has the terms that were signed.</summary>
    ContractKept,

    Other,
}

/// <summary>The whole life of a complaint: the one table of its steps. A step that is not here is refused.</summary>
static class ComplaintFlow
{
    /// <summary>Null where the step cannot be taken.</summary>
    public static ComplaintState? After(this ComplaintState from, ComplaintStep step) => (from, step) switch
    {
        (ComplaintState.Opened, ComplaintStep.PutToAgency) => ComplaintState.AnswerDue,
        (ComplaintState.AnswerDue, ComplaintStep.Answer) => ComplaintState.Mediation,

        // An officer may decide without an answer: the agency is silent, or there is none to ask.
        (ComplaintState.Opened or ComplaintState.AnswerDue or ComplaintState.Mediation or ComplaintState.Appealed, ComplaintStep.Uphold) => ComplaintState.RemedyDue,
        (ComplaintState.Opened or ComplaintState.AnswerDue or ComplaintState.Mediation or ComplaintState.Appealed, ComplaintStep.Dismiss) => ComplaintState.Dismissed,

        (ComplaintState.RemedyDue, ComplaintStep.Remedy) => ComplaintState.Remedied,
        (ComplaintState.RemedyDue or ComplaintState.Remedied or ComplaintState.Dismissed, ComplaintStep.Appeal) => ComplaintState.Appealed,
        (ComplaintState.Remedied or ComplaintState.Dismissed, ComplaintStep.Close) => ComplaintState.Closed,
        (not (ComplaintState.Remedied or ComplaintState.Closed or ComplaintState.Withdrawn), ComplaintStep.Withdraw) => ComplaintState.Withdrawn,
        _ => null,
    };

    /// <summary>Whether money puts it right.</summary>
    public static bool IsMoney(this ComplaintRemedy remedy) => remedy is ComplaintRemedy.Repayment or ComplaintRemedy.WagesPaid;
}
