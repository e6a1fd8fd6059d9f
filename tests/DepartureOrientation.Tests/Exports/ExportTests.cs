using Gms.Platform;
using Gms.Testing;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Exports;

public sealed class ExportTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    /// <summary>Plans are the country's: its training managers read them all.</summary>
    static readonly string[] OfTheCountry = ["action-plans", "coaching-notes", "good-practices", "indicator-readings", "indicators", "measures"];

    [Fact]
    public async Task A_worker_takes_places_attendance_and_certificates_of_the_own()
    {
        var (certificate, session, worker) = await host.IssuedCertificate();
        await host.IssuedCertificate();

        var taken = await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(["assessment-results", "attendance-modules", "attendance-visits", "certificates", "enrolments"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((certificate, "PreDeparture"), (Assert.Single(taken["certificates"]).GetProperty("id").GetString(), taken["certificates"][0].GetProperty("stage").GetString()));
        var place = Assert.Single(taken["enrolments"]);
        Assert.Equal((session, 360), (place.GetProperty("session_id").GetString(), place.GetProperty("minutes").GetInt32()));
        Assert.StartsWith($"{Given.Today:yyyy-MM-dd} 360 ", place.GetProperty("attendance")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_institutions_take_the_own_each_and_the_ministry_both()
    {
        var (first, second) = ($"org-{Guid.NewGuid()}", $"org-{Guid.NewGuid()}");
        var (hers, _, _) = await host.IssuedCertificate(await host.AccreditedInstitution(first));
        var (his, _, _) = await host.IssuedCertificate(await host.AccreditedInstitution(second));

        var taken = (await Exported.Everything(host.As(A.Manager with { Organisation = first }, "orientation"))).Where(t => !OfTheCountry.Contains(t.Key)).ToDictionary();

        Assert.Equal(["assessment-results", "attendance-modules", "attendance-visits", "certificates", "enrolments", "institutions", "sessions", "trainer-certifications", "trainers"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.All(taken.Where(t => t.Key is not ("assessment-results" or "attendance-modules" or "attendance-visits")), t => Assert.Single(t.Value));
        Assert.Equal(hers, taken["certificates"][0].GetProperty("id").GetString());
        Assert.Equal([his], await Exported.Column(host.As(A.Manager with { Organisation = second }, "orientation"), "certificates", "id"));

        var ministry = await Exported.Everything(host.As(A.Officer, "orientation"));
        Assert.Subset(ministry["certificates"].Select(r => r.GetProperty("id").GetString()!).ToHashSet(), new HashSet<string> { hers, his });
        Assert.All(await Exported.Everything(host.As(Who.Is(Role.MinistryOfficer, "TH"), "orientation")), t => Assert.Empty(t.Value));
    }

    [Fact]
    public async Task A_state_is_explained_in_the_reader_s_language()
    {
        var (_, _, worker) = await host.IssuedCertificate();

        var certificate = Assert.Single(await Exported.Rows(host.As(Who.TheWorker(worker), "own-record"), "certificates", r => r.Language = "th"));

        Assert.Equal(("ออกแล้ว", "ก่อนเดินทาง", "ไทย"), (certificate.GetProperty("state_label").GetString(), certificate.GetProperty("stage_label").GetString(), certificate.GetProperty("destination_label").GetString()));
    }

    [Fact]
    public async Task A_worker_takes_stays_modules_and_answers_of_the_own()
    {
        var (session, worker) = await host.EnrolledWorker();
        await host.Attends(session, worker, Given.At(8), Given.At(10));
        var (_, other) = await host.EnrolledWorker(session);
        await host.Attends(session, other, Given.At(8), Given.At(10));

        var taken = await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal((session, 120), Assert.Single(taken["attendance-visits"]) is var stay ? (stay.GetProperty("session_id").GetString(), stay.GetProperty("minutes").GetInt32()) : default);
        Assert.Empty(taken["assessment-results"]);
    }
}
