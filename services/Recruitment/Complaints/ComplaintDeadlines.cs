using System.Text.Json;

namespace Gms.Recruitment.Complaints;

/// <summary>By which day somebody should have looked, and what evidence is called: Data/complaints.json.</summary>
public sealed class ComplaintDeadlines
{
    readonly Dictionary<ComplaintUrgency, int> _days;

    ComplaintDeadlines(JsonElement data)
    {
        _days = Enum.GetValues<ComplaintUrgency>().ToDictionary(u => u, u => data.GetProperty("days").GetProperty(u.ToString().ToLowerInvariant()).GetInt32());
        EvidenceKinds = [.. data.GetProperty("evidence_kinds").EnumerateArray().Select(k => k.GetString()!)];
    }

    public IReadOnlyCollection<string> EvidenceKinds { get; }

    public DateOnly DueOn(ComplaintUrgency urgency, DateOnly opened) => opened.AddDays(_days[urgency]);

    public static ComplaintDeadlines Load() => new(Reference.Data.Read("complaints.json"));
}
