using Gms.Events;
using Gms.Platform;

namespace Gms.Recruitment.Complaints;

/// <summary>Writes down what is said and done in complaints, whoever does it: the entry, the event, and the question to the officers of the holder. The caller commits.</summary>
public sealed class ComplaintDesk(RecruitmentDb db, ComplaintDeadlines deadlines, TimeProvider clock)
{
    public void Open(Complaint complaint)
    {
        complaint.CloseBy = deadlines.CloseBy(complaint.Urgency, Today(complaint));
        db.Complaints.Add(complaint);
        Write(complaint, new(ComplaintEntryKind.Opened, SideOf(complaint.ToldBy), complaint.Organisation, complaint.Subject, complaint.Evidence));
        db.Publish(ComplaintEvents.Opened(complaint));
        AskOfficers(complaint, "COMPLAINT_OPENED");
    }

    public DateOnly Today(Complaint complaint) => clock.TodayIn(complaint.Country);

    /// <summary>By which day the step after this state should be taken, counted from today.</summary>
    public DateOnly DueOn(Complaint complaint, ComplaintState state) => deadlines.DueOn(state, complaint.Urgency, Today(complaint));

    /// <summary>Writes an entry: how the complaint stands now is kept with it.</summary>
    internal void Write(Complaint complaint, Said said, DateTimeOffset? at = null) => db.Add(new ComplaintEntry
    {
        ComplaintId = complaint.Id,
        Number = complaint.Entries.Count + 1,
        Kind = said.Kind,
        Side = said.Side,
        Organisation = said.Organisation,
        Text = said.Text,
        Evidence = said.Evidence ?? [],
        ShownToAgency = said.ShownToAgency,
        At = at ?? clock.GetUtcNow(),
        OnDay = at?.DayIn(complaint.Country) ?? Today(complaint),
        WasDueOn = said.WasDueOn,
        State = complaint.State,
        DueOn = complaint.DueOn,
        Finding = complaint.Finding,
        Retaliation = complaint.Retaliation,
    });

    /// <summary>Writes the entry of a step that was taken, tells others, and asks the officers what the new state asks of them.</summary>
    internal async Task Moved(Complaint complaint, Said said, Func<Complaint, DateTimeOffset, IEvent> happened, CancellationToken cancel)
    {
        Write(complaint, said);
        db.Publish(happened(complaint, clock.GetUtcNow()));
        await db.CloseWorkItems(KeyOf(complaint), "MOVED_ON", "The complaint moved on.", clock.GetUtcNow(), cancel);
        if (Asks(complaint.State) is { } kind)
            AskOfficers(complaint, kind);
    }

    /// <summary>A step was late: the next office is told.</summary>
    internal void Escalated(Complaint complaint, string office, DateOnly wasDueOn, DateTimeOffset now)
    {
        Write(complaint, new(ComplaintEntryKind.Escalated, ComplaintSide.Registry, "", $"Not done by {wasDueOn:yyyy-MM-dd}: put before {office}.", ShownToAgency: complaint.State is ComplaintState.AnswerDue or ComplaintState.RemedyDue, WasDueOn: wasDueOn), now);
        db.Publish(ComplaintEvents.Escalated(complaint, now));
        AskOfficers(complaint, "COMPLAINT_OVERDUE", new("level", complaint.Escalation.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("was_due_on", $"{wasDueOn:yyyy-MM-dd}"), new("office", office));
    }

    /// <summary>A question to the officers of the country that holds the complaint.</summary>
    internal void AskOfficers(Complaint complaint, string kind, params IEnumerable<KeyValuePair<string, string>> facts) => db.OpenWorkItem(new()
    {
        Kind = kind,
        Key = kind switch
        {
            "RETALIATION_REPORTED" => $"{kind}:{complaint.Id:N}:{complaint.Version}",    // each report is a question of its own, which no step of the complaint settles
            "COMPLAINT_WITHDRAWN" => $"{kind}:{complaint.Id:N}",
            _ => complaint.Version == 1 ? KeyOf(complaint) : $"{KeyOf(complaint)}:{complaint.Version}",
        },
        Country = complaint.Country,
        Subjects = [complaint.WorkerNumber],
        Facts = new Dictionary<string, string>(facts)
        {
            ["complaint_id"] = complaint.Id.ToString(),
            ["category"] = complaint.Category.ToString(),
            ["urgency"] = complaint.Urgency.ToString(),
            ["state"] = complaint.State.ToString(),
        },
        Decisions = DecidedBy(kind, complaint) is null ? ["LOOKED_INTO", "PASSED_ON", "UNFOUNDED"] : [],
        DecidedByCall = DecidedBy(kind, complaint),
        OpenedAt = clock.GetUtcNow(),
        DueOn = complaint.DueOn,
    });

    static string KeyOf(Complaint complaint) => $"complaint:{complaint.Id:N}";

    static string? Asks(ComplaintState state) => state switch
    {
        ComplaintState.Mediation or ComplaintState.Appealed => "COMPLAINT_TO_DECIDE",
        ComplaintState.Remedied or ComplaintState.Dismissed => "COMPLAINT_TO_CLOSE",
        _ => null,
    };

    static string? DecidedBy(string kind, Complaint complaint) => kind switch
    {
        "COMPLAINT_OPENED" when complaint.AgencyId is not null => "gms.recruitment.v1.Complaints/PutToAgency",
        "COMPLAINT_OPENED" or "COMPLAINT_TO_DECIDE" => "gms.recruitment.v1.Complaints/DecideComplaint",
        "COMPLAINT_TO_CLOSE" => "gms.recruitment.v1.Complaints/CloseComplaint",
        "COMPLAINT_OVERDUE" => "gms.recruitment.v1.Complaints/DecideComplaint",
        _ => null,
    };

    static ComplaintSide SideOf(ComplaintTeller teller) => teller switch
    {
        ComplaintTeller.Worker => ComplaintSide.Worker,
        ComplaintTeller.CivilSociety => ComplaintSide.CivilSociety,
        ComplaintTeller.Family or ComplaintTeller.Officer => ComplaintSide.Officer,
        ComplaintTeller.Registry => ComplaintSide.Registry,
    };
}

/// <summary>What is said or done, by whom, and who may read it.</summary>
sealed record Said(
    ComplaintEntryKind Kind, ComplaintSide Side, string Organisation, string Text, IReadOnlyList<Evidence>? Evidence = null, bool ShownToAgency = false, DateOnly? WasDueOn = null);
