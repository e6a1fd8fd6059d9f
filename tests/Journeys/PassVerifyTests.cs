using Gms.Credentials;
using Gms.Local.Demo;
using Gms.Local.Verbs;
using Gms.Registry.V1;
using Xunit;

namespace Gms.Journeys;

/// <summary><c>./registry pass</c>: lists are taken along where there is a registry, and a pass is checked where there is none.</summary>
public sealed class PassVerifyTests(WholeSystem whole)
{
    [Fact]
    public async Task A_pass_is_valid_until_the_lists_that_were_taken_along_say_that_it_was_revoked()
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("gms-pass");
        try
        {
            var (genuine, forged) = (new FileInfo(Path.Combine(folder.FullName, "pass.txt")), new FileInfo(Path.Combine(folder.FullName, "forged.txt")));
            var lists = new DirectoryInfo(Path.Combine(folder.FullName, "lists"));
            var pass = await Issued(cancel);
            await File.WriteAllTextAsync(genuine.FullName, pass.Text + "\n", cancel);
            await File.WriteAllTextAsync(forged.FullName, Forged(pass.Text), cancel);

            await Pass.Lists(whole.System, lists, cancel);
            Assert.Equal(0, await Pass.Verify(genuine, lists, cancel));
            Assert.Equal(1, await Pass.Verify(forged, lists, cancel));

            await Passes().RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.PassId, Reason = "The paper was reported stolen." }, cancellationToken: cancel);
            Assert.Equal(0, await Pass.Verify(genuine, lists, cancel));    // nobody has told this place yet
            await Pass.Lists(whole.System, lists, cancel);
            Assert.Equal(1, await Pass.Verify(genuine, lists, cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A worker who was to leave yesterday, so that the pass has begun in every zone.</summary>
    async Task<GetPassResponse> Issued(CancellationToken cancel)
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture - 1);
        var worker = (await new LaoGarmentWorker(whole.Offices, whole.Data, start).Run(cancel)).WorkerNumber;
        var journey = await new Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance")).GetJourneyAsync(new() { WorkerNumber = worker }, cancellationToken: cancel);
        return await Passes().GetPassAsync(new() { DepartureId = journey.Entries.Single(e => e.Name == "gms.registry.departure-cleared:1").SubjectId }, cancellationToken: cancel);
    }

    Passes.PassesClient Passes() => new(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance"));

    static string Forged(string text)
    {
        var signed = PassText.Read(text).Whole;
        signed[signed.AsSpan().IndexOf("D***"u8)] = (byte)'E';
        return PassText.Write(signed);
    }
}
