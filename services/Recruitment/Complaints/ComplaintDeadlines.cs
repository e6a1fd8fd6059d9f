using System.Globalization;
using System.Text.Json;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Complaints;

/// <summary>By which day each step of a complaint should have been taken, and what evidence is called: dated rows of Data/complaints.json.</summary>
public sealed class ComplaintDeadlines
{
    readonly Period[] _periods;

    ComplaintDeadlines(JsonElement data)
    {
        EvidenceKinds = [.. data.GetProperty("evidence_kinds").EnumerateArray().Select(k => k.GetString()!)];
        _periods = [.. data.GetProperty("periods").EnumerateArray().Select(Period.Of).OrderBy(p => p.From ?? DateOnly.MinValue)];
    }

    public IReadOnlyCollection<string> EvidenceKinds { get; }

    public static ComplaintDeadlines Load() => new(Data.Read("complaints.json"));

    internal static ComplaintDeadlines Of(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>For a complaint opened on that day.</summary>
    public DateOnly DueOn(ComplaintUrgency urgency, DateOnly opened) => DueOn(ComplaintState.Opened, urgency, opened);

    /// <summary>By which day the step after this state should be taken.</summary>
    /// <param name="since">The day on which the complaint came to stand so.</param>
    public DateOnly DueOn(ComplaintState state, ComplaintUrgency urgency, DateOnly since) =>
        On(since).Stages.TryGetValue((state, urgency), out var days) ? since.AddDays(days) : since;

    /// <summary>By which day the whole complaint should be over.</summary>
    public DateOnly CloseBy(ComplaintUrgency urgency, DateOnly opened) => opened.AddDays(On(opened).Whole[urgency]);

    /// <summary>The last day on which the decision of that day can be appealed.</summary>
    public DateOnly AppealUntil(DateOnly foundOn) => foundOn.AddDays(On(foundOn).AppealDays);

    /// <summary>By which day the office that was told should have acted.</summary>
    public DateOnly EscalatedDueOn(DateOnly today) => today.AddDays(On(today).EscalationDays);

    /// <summary>Whom the first, second … escalation of a step tells; there are no more than these.</summary>
    public IReadOnlyList<string> EscalatesTo(DateOnly today) => On(today).EscalatesTo;

    Period On(DateOnly day) => _periods.Last(p => p.From is not { } from || from <= day);

    sealed record Period(
        DateOnly? From, IReadOnlyDictionary<(ComplaintState, ComplaintUrgency), int> Stages, IReadOnlyDictionary<ComplaintUrgency, int> Whole,
        int AppealDays, int EscalationDays, IReadOnlyList<string> EscalatesTo)
    {
        public static Period Of(JsonElement period) => new(
            period.Text("valid_from") is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            period.GetProperty("stages").EnumerateObject()
                .SelectMany(stage => Urgencies(stage.Value).Select(u => (Key: (Enum.Parse<ComplaintState>(stage.Name), u.Key), u.Value))).ToDictionary(s => s.Key, s => s.Value),
            Urgencies(period.GetProperty("whole")),
            period.GetProperty("appeal_days").GetInt32(),
            period.GetProperty("escalation_days").GetInt32(),
            [.. period.GetProperty("escalates_to").EnumerateArray().Select(o => o.GetString()!)]);

        static Dictionary<ComplaintUrgency, int> Urgencies(JsonElement days) => Enum.GetValues<ComplaintUrgency>().ToDictionary(u => u, u => days.GetProperty(u.ToString()).GetInt32());
    }
}
