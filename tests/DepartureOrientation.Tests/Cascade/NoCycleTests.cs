using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Cascade;

/// <summary>The database has the last word: whatever is tried, in whatever order and at once, nobody stands below oneself.</summary>
public sealed class NoCycleTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    const int Trainers = 6;

    static readonly Arbitrary<(int Leader, int Trainee)[]> Steps = Gen.ArrayOf(
        from leader in Gen.Choose(0, Trainers - 1) from trainee in Gen.Choose(0, Trainers - 1) select (leader, trainee), 14).ToArbitrary();

    [Fact]
    public void A_certification_is_refused_exactly_when_it_would_close_a_cycle() =>
        Prop.ForAll(Steps, steps => RefusesExactlyCycles(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Of_two_at_once_that_only_together_close_a_cycle_one_is_refused()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (await Trainer(), await Trainer());
            var (byOne, byOther) = (await Session(one), await Session(other));

            var stood = await Task.WhenAll(Certify(other, byOne), Certify(one, byOther));

            Assert.Single(stood, s => s);
        }
    }

    async Task<bool> RefusesExactlyCycles((int Leader, int Trainee)[] steps)
    {
        var trainers = new Guid[Trainers];
        var sessions = new Guid[Trainers];
        for (var i = 0; i < Trainers; i++)
            sessions[i] = await Session(trainers[i] = await Trainer());
        var above = new HashSet<(int Trainee, int Leader)>();
        foreach (var (leader, trainee) in steps.Distinct())
        {
            var closes = leader == trainee || Reaches(above, leader, trainee);
            if (await Certify(trainers[trainee], sessions[leader]) == closes)
                return false;
            if (!closes)
                above.Add((trainee, leader));
        }
        return true;
    }

    static bool Reaches(HashSet<(int Trainee, int Leader)> above, int from, int to) =>
        above.Where(e => e.Trainee == from).Any(e => e.Leader == to || Reaches(above, e.Leader, to));

    async Task<Guid> Trainer()
    {
        var id = Guid.CreateVersion7();
        await Run("INSERT INTO trainers (id, country, account, display_name, version) VALUES ($1, 'LA', $2, 'Trainer', 1)", id, id.ToString());
        return id;
    }

    /// <summary>A session written past the rules, so that the database alone decides; each in a room of its own, at the same hour.</summary>
    async Task<Guid> Session(Guid trainer)
    {
        var id = Guid.CreateVersion7();
        _curriculum ??= Guid.Parse(await host.CurriculumForTrainers());
        _institution ??= Guid.Parse(await host.AccreditedInstitution());
        await Run(
            """
            INSERT INTO sessions (id, country, curriculum_id, institution_id, trainer_id, room, places, language, starts_at, ends_at, state, version)
            VALUES ($1, 'LA', $2, $3, $4, $5, 9, 'lo', '2026-01-01 02:00Z', '2026-01-01 09:00Z', 'Closed', 1)
            """, id, _curriculum, _institution, trainer, id.ToString());
        return id;
    }

    /// <returns>False when the database refuses.</returns>
    async Task<bool> Certify(Guid trainer, Guid session)
    {
        try
        {
            await Run(
                """
                INSERT INTO certifications (id, trainer_id, level, languages, valid_from, valid_until, training_session_id)
                VALUES ($1, $2, 'MasterTrainer', '{lo}', '2026-01-02', '2027-01-01', $3)
                """, Guid.CreateVersion7(), trainer, session);
            return true;
        }
        catch (PostgresException refused) when (refused.ConstraintName == "certifications_no_cycle")
        {
            return false;
        }
    }

    Guid? _curriculum, _institution;

    async Task Run(string sql, params object?[] values)
    {
        await using var connection = new NpgsqlConnection(host.Database.AppConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
