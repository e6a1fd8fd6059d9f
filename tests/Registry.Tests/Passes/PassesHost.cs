using Gms.Credentials;
using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Passes;

/// <summary>Cleared departures and their passes.</summary>
public sealed class PassesHost : Xunit.IAsyncLifetime
{
    public DeparturesHost Departures { get; } = new();

    public RegistryHost Host => Departures.Host;

    public ValueTask InitializeAsync() => Departures.InitializeAsync();

    public ValueTask DisposeAsync() => Departures.DisposeAsync();

    internal Proto.Passes.PassesClient As(Who who, string? purpose = "departure-clearance", DateTimeOffset? clock = null) => new(Host.As(who, purpose, clock));

    internal Proto.Passes.PassesClient Post(string country = "TH", DateTimeOffset? clock = null) => As(Who.Is(Role.BorderOfficer, country), "border-control", clock);

    internal Proto.Passes.PassesClient Anybody => new(Host.WithToken(null));

    internal Proto.Passes.PassesClient AnybodyAt(DateTimeOffset clock) => new(Host.WithToken(null, clock: clock));

    /// <summary>A Lao worker cleared for a day a week ahead.</summary>
    internal async Task<Proto.Departure> Cleared(string? worker = null, Who? agency = null)
    {
        worker ??= await Departures.Enrolled();
        return (await Departures.Departures(agency ?? DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(worker))).Departure;
    }

    internal async Task<Proto.GetPassResponse> Of(string departure, Proto.QrPicture picture = Proto.QrPicture.Unspecified) =>
        await As(DeparturesHost.Officer("LA")).GetPassAsync(new() { DepartureId = departure, Picture = picture });

    /// <summary>At noon of the planned day there.</summary>
    internal static DateTimeOffset OnTheDay(Proto.Departure departure) => new DateOnly(departure.PlannedOn.Year, departure.PlannedOn.Month, departure.PlannedOn.Day).StartIn("LA").AddHours(12);

    /// <summary>What a post with no network finds, with the lists that it took along that morning.</summary>
    internal async Task<PassVerdict> Offline(string text, DateTimeOffset at)
    {
        var keys = await AnybodyAt(at).ListPassKeysAsync(new());
        var lists = await AnybodyAt(at).ListStatusListsAsync(new());
        var anchor = keys.Anchor.ToByteArray();
        return new PassCheck(TrustList.Read(keys.TrustList.ToByteArray(), new(anchor[1..33], anchor[33..])), lists.StatusLists.Select(l => l.Token.ToByteArray())).Check(text, at);
    }

    internal Task<List<string>> Events(string worker) =>
        Host.Db(db => db.Outbox.Where(e => e.Body.Contains(worker)).OrderBy(e => e.OccurredAt).Select(e => e.Name).ToListAsync());
}
