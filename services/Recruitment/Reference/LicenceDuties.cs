using System.Text.Json;

namespace Gms.Recruitment.Reference;

/// <summary>Duties around a licence, as dated rows. From licence_rules.json.</summary>
public sealed class LicenceDuties
{
    readonly List<RenewalNotice> _notices;
    readonly List<SubAgentRule> _subAgents;

    LicenceDuties(IEnumerable<RenewalNotice> notices, IEnumerable<SubAgentRule> subAgents) => (_notices, _subAgents) = ([.. notices], [.. subAgents]);

    /// <summary>How long before its end a renewal is to be asked for; null where no rule is known on that day.</summary>
    public RenewalNotice? NoticeOfRenewal(string country, bool outbound, DateOnly day) => _notices
        .Where(n => n.Country == country && n.Outbound == outbound && n.Source.AppliesOn(day)).OrderByDescending(n => n.Source.EffectiveFrom ?? DateOnly.MinValue).FirstOrDefault();

    /// <summary>The country's own rule on sub-agents on a day, or the one for every country; the latest counts.</summary>
    public SubAgentRule SubAgents(string country, DateOnly day) => _subAgents
        .Where(r => (r.Country == country || r.Country == "*") && r.Source.AppliesOn(day)).OrderByDescending(r => r.Country == country).ThenByDescending(r => r.Source.EffectiveFrom ?? DateOnly.MinValue).First();

    public static LicenceDuties Load() => Of(Data.Read("licence_rules.json"));

    internal static LicenceDuties Of(JsonElement data) => new(
        data.GetProperty("renewal_notice").EnumerateArray().Select(n => new RenewalNotice(n.GetProperty("country").GetString()!, n.Is("outbound"), n.GetProperty("days").GetInt32(), RuleSource.Of(n.GetProperty("id").GetString()!, n))),
        data.GetProperty("sub_agents").EnumerateArray().Select(r => new SubAgentRule(r.GetProperty("country").GetString()!, r.Get("allowed")?.GetBoolean(), r.Get("one_agency")?.GetBoolean(), RuleSource.Of(r.GetProperty("id").GetString()!, r))));
}

/// <summary>Days before its end by which the renewal of a licence is to be asked for.</summary>
public sealed record RenewalNotice(string Country, bool Outbound, int Days, RuleSource Source);

/// <summary>What a country says of sub-agents; null where it is not known.</summary>
public sealed record SubAgentRule(string Country, bool? Allowed, bool? OneAgency, RuleSource Source);
