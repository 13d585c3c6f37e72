using Judge.Testing;
using Judge.Worker.Judging;

namespace Judge.Worker.Tests.Judging;

public sealed class BoxRootTests
{
    [Fact]
    public async Task Boxes_of_a_dead_worker_are_swept_and_another_users_folder_is_not()
    {
        await using var dead = JudgeProcess.Run("true", []);
        await dead.WaitForExitAsync(TimeSpan.FromSeconds(10));
        var (ours, theirs) = ($"/tmp/judge-boxes-{dead.Id}-{Guid.NewGuid():N}", $"/tmp/judge-boxes-{dead.Id}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(ours, "box"));
        Directory.CreateDirectory(theirs);
        try
        {
            await using var chown = JudgeProcess.Run("chown", ["65534", theirs]);
            var isTheirs = await chown.WaitForExitAsync(TimeSpan.FromSeconds(10)) == 0;
            using (new BoxRoot()) Assert.False(Directory.Exists(ours));
            // Only root can give a folder away; anyone else has just made a second one of its own.
            Assert.Equal(isTheirs, Directory.Exists(theirs));
        }
        finally
        {
            if (Directory.Exists(theirs)) Directory.Delete(theirs);
        }
    }
}
