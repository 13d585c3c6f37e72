program behave
  implicit none
  type block
    integer :: numbers(250000)
    type(block), pointer :: next => null()
  end type
  type(block), pointer :: kept, fresh
  character(len=10) :: what
  integer(8) :: i
  read *, what
  if (what == 'exit') stop 3
  if (what == 'crash') read (what, *) i
  if (what == 'loop') then
    do
    end do
  end if
  kept => null()
  do
    allocate (fresh)
    fresh%numbers = 7
    fresh%next => kept
    kept => fresh
  end do
end program
